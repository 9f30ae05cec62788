// What both sides are made of. Text goes in as text only: nothing in a notice can become markup.

function make(tag, given = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (name === "text") made.textContent = value;
    else made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

function refill(place, ...children) {
  place.textContent = "";
  place.append(...children);
}

function button(text, onclick, given = {}) {
  return make("button", { type: "button", text, onclick, ...given });
}

function kindTag(page, node) {
  return make("p", { class: "kind" }, make("span", { class: `sign ${node.kind}` }), page.model.kinds[node.kind]);
}

// A button with the sign and the name of a node; pressing it chooses the node, unless told otherwise.
function nodeButton(page, node, go = (chosen) => choose(page, chosen)) {
  return make(
    "button",
    { type: "button", class: "end", title: node.label, onclick: () => go(node) },
    make("span", { class: `sign ${node.kind}`, title: page.model.kinds[node.kind] }),
    node.label,
  );
}
