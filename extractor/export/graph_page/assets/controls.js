// The left side: find a node, filter by document, body, kind and relation.

const SUGGESTIONS = 12;

function makeControls(page) {
  checks("kinds", page.model.kinds, count(page.model.nodes, "kind"), "hide", page);
  checks("relations", page.model.relations, count(page.model.edges, "relation"), "without", page);
  makeSearch(page);
  filterField(page, "document", "documents", DOCUMENTS);
  filterField(page, "body", "bodies", BODIES);
  const most = document.getElementById("most");
  most.append(
    ...MOST.map((number) =>
      make("option", { value: number, text: number >= 100000 ? "不限（可能较慢）" : `${number} 个节点` }),
    ),
  );
  most.addEventListener("change", () => change(page, { most: Number(most.value) }));
  document.getElementById("every").addEventListener("click", () => change(page, { without: [] }));
  document
    .getElementById("none")
    .addEventListener("click", () => change(page, { without: [...page.present.relations].sort() }));
}

function count(all, name) {
  const counts = new Map();
  for (const each of all) counts.set(each[name], (counts.get(each[name]) || 0) + 1);
  return counts;
}

// One box for each kind or relation that occurs; the sign before it is the legend.
function checks(place, names, counts, field, page) {
  const present = Object.keys(names).filter((name) => counts.has(name));
  page.present[place] = present;
  document.getElementById(place).append(
    ...present.map((name) => {
      const box = make("input", { type: "checkbox", value: name });
      box.addEventListener("change", () => change(page, { [field]: toggled(page.state[field], name, !box.checked) }));
      const sign = place === "kinds" ? `sign ${name}` : `stroke ${family(name)} ${name}`;
      return make(
        "li",
        {},
        make(
          "label",
          {},
          box,
          make("span", { class: sign }),
          names[name],
          make("span", { class: "count", text: counts.get(name) }),
        ),
      );
    }),
  );
}

function makeSearch(page) {
  const field = document.getElementById("search");
  const list = document.getElementById("found");
  const go = (node) => {
    refill(list);
    field.value = "";
    if (page.state.node === node.id) fly(page.drawing, node.id);
    else page.flyTo = node.id;
    choose(page, node);
  };
  const find = () => {
    const found = search(page.model, field.value, () => true, SUGGESTIONS);
    const empty = field.value.trim() && !found.length ? [make("li", { class: "none", text: "没有找到" })] : [];
    refill(list, ...empty, ...found.map((node) => make("li", {}, nodeButton(page, node, go))));
  };
  field.addEventListener("input", find);
  field.addEventListener("keydown", (event) => {
    const first = list.querySelector("button");
    if (event.key === "Enter" && first) first.click();
    else if (event.key === "ArrowDown" && first) {
      first.focus();
      event.preventDefault();
    } else if (event.key === "Escape") {
      field.value = "";
      refill(list);
    }
  });
  list.addEventListener("keydown", (event) => {
    const next = { ArrowDown: "nextElementSibling", ArrowUp: "previousElementSibling" }[event.key];
    const item = next && document.activeElement.closest("li")[next];
    if (next) {
      (item ? item.querySelector("button") : field).focus();
      event.preventDefault();
    }
  });
}

// A filter takes effect when it is confirmed or a suggestion is taken.
function filterField(page, name, listName, kinds) {
  const field = document.getElementById(name);
  const list = document.getElementById(listName);
  field.addEventListener("input", () => {
    const found = search(page.model, field.value, (node) => kinds.has(node.kind), SUGGESTIONS);
    refill(list, ...found.map((node) => make("option", { value: node.label })));
  });
  field.addEventListener("change", () => change(page, { [name]: field.value.trim(), steps: 0 }));
}

// Makes boxes and fields say what the address says.
function showControls(page) {
  const { state } = page;
  for (const [place, field] of [
    ["kinds", "hide"],
    ["relations", "without"],
  ]) {
    for (const box of document.querySelectorAll(`#${place} input`)) box.checked = !state[field].includes(box.value);
  }
  for (const name of ["document", "body"]) document.getElementById(name).value = state[name];
  document.getElementById("most").value = String(MOST.find((number) => number >= state.most) || MOST[MOST.length - 1]);
}
