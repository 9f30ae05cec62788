// The right side: what is chosen, all its edges with their words, and the way on to the other ends.

const AT_ONCE = 40;

function showPanel(page, view, line) {
  const panel = document.getElementById("panel");
  const content = line ? linePanel(page, line) : view.chosen ? nodePanel(page, view.chosen) : overview(page, view);
  const here = panel.contains(document.activeElement);
  refill(panel, ...content);
  panel.scrollTop = 0;
  if (here) panel.focus(); // so that the tab key goes on from here
}

function nodePanel(page, node) {
  return [
    kindTag(page, node),
    make("h2", { text: node.label }),
    attributeList(page, node),
    nodeActions(page, node),
    ...edgeGroups(page, node),
  ];
}

function attributeList(page, node) {
  const list = make("dl");
  if (node.home) list.append(make("dt", { text: "所在公文" }), make("dd", {}, nodeButton(page, node.home)));
  for (const [name, value] of Object.entries(node.attributes)) {
    list.append(make("dt", { text: page.model.attributes[name] || name }), make("dd", { text: value }));
  }
  return list;
}

function nodeActions(page, node) {
  const { steps, open, hide } = page.state;
  const around = [
    [0, "全部"],
    [1, "相邻一步"],
    [2, "相邻两步"],
  ].map(([many, text]) =>
    button(text, () => change(page, { steps: many }), { "aria-pressed": String(steps === many) }),
  );
  const opened = open.includes(node.id);
  const tasks =
    node.tasks.size && hide.includes("task")
      ? button(
          `${opened ? "收起" : "展开"}它的任务（${node.tasks.size}）`,
          () => change(page, { open: toggled(open, node.id, !opened) }),
          { "aria-pressed": String(opened) },
        )
      : null;
  return make(
    "div",
    { class: "actions" },
    make("span", { class: "choices", role: "group", "aria-label": "显示范围" }, ...around),
    tasks,
    button("移到中间", () => fly(page.drawing, node.id)),
    ...ways(page, node),
  );
}

// Inside the workbench: the page about the node, and the graph from there on.
function ways(page, node) {
  const address = page.model.addresses[node.id];
  if (!address) return [];
  const around = `/graph?start=${encodeURIComponent(node.id)}`;
  return [
    make("a", { href: address, target: "_top", text: `打开这${{ task: "项任务", body: "个部门" }[node.kind] || "份公文"}` }),
    make("a", { href: around, target: "_top", text: "以它为起点" }),
  ];
}

// Edges by relation and direction: → away from the node, ← towards it.
function edgeGroups(page, node) {
  const groups = new Map();
  for (const edge of node.edges) {
    const away = edge.subject === node;
    const name = `${away ? "→" : "←"} ${page.model.relations[edge.relation]}`;
    if (!groups.has(name)) groups.set(name, []);
    groups.get(name).push([edge, away ? edge.object : edge.subject]);
  }
  const order = Object.keys(page.model.relations);
  const first = (entries) => order.indexOf(entries[0][0].relation);
  const sorted = [...groups].sort((one, two) => first(one[1]) - first(two[1]));
  return sorted.map(([name, entries]) => edgeGroup(page, name, entries));
}

function edgeGroup(page, name, entries) {
  const list = make("ul", { class: "edges" });
  const rest = button("", () => more());
  let shown = 0;
  function more() {
    for (const [edge, other] of entries.slice(shown, shown + AT_ONCE)) {
      list.append(
        make(
          "li",
          {},
          nodeButton(page, other),
          whereabouts(other, other === edge.subject ? edge.object : edge.subject),
          evidence(edge),
        ),
      );
    }
    shown = Math.min(entries.length, shown + AT_ONCE);
    const left = entries.length - shown;
    rest.hidden = !left;
    rest.textContent = left ? `再显示 ${Math.min(AT_ONCE, left)} 条（还有 ${left} 条）` : "";
  }
  more();
  return make("section", {}, make("h3", { text: `${name}（${entries.length}）` }), list, rest);
}

// Of a task: its document, unless one comes from there, and when it is due.
function whereabouts(task, from) {
  const { due, deadline } = task.attributes;
  const told = [
    task.home && task.home !== from ? task.home.label : "",
    due || deadline ? `时限 ${due || deadline}` : "",
  ].filter(Boolean);
  return task.kind === "task" && told.length ? make("p", { class: "place", text: told.join("　") }) : null;
}

function evidence(edge) {
  return make(
    "div",
    { class: "evidence" },
    make("blockquote", { text: edge.words }),
    make("p", { class: "place", text: `${edge.file}　第 ${edge.start + 1}–${edge.end} 字　规则 ${edge.rule}` }),
  );
}

function linePanel(page, line) {
  const items = line.edges.map((edge) =>
    make(
      "li",
      {},
      edge.subject === line.subject ? null : nodeButton(page, edge.subject),
      edge.object === line.object ? null : nodeButton(page, edge.object),
      evidence(edge),
    ),
  );
  return [
    make("p", { class: "kind", text: "关联" }),
    make("h2", { text: page.model.relations[line.relation] }),
    nodeButton(page, line.subject),
    make("p", { class: "arrow", text: `↓ ${page.model.relations[line.relation]}` }),
    nodeButton(page, line.object),
    make("h3", { text: `依据（${line.edges.length}）` }),
    make("ul", { class: "edges" }, ...items),
  ];
}

// Nothing is chosen: how to go about it, and where to begin.
function overview(page, view) {
  const weight = weights(view.lines);
  const top = (kinds) =>
    view.nodes
      .filter((node) => kinds.has(node.kind) && weight.get(node))
      .sort((one, two) => weight.get(two) - weight.get(one) || one.place - two.place)
      .slice(0, 8);
  const list = (title, nodes) =>
    nodes.length
      ? make(
          "section",
          {},
          make("h3", { text: title }),
          make("ul", { class: "edges" }, ...nodes.map((node) => make("li", {}, nodeButton(page, node)))),
        )
      : null;
  const hint = "点击节点，看它的全部关联；点击连线，看依据原文。箭头从发出的一方指向另一方。";
  return [
    make("p", { text: hint }),
    list("关联最多的公文", top(DOCUMENTS)),
    list("关联最多的单位", top(BODIES)),
  ].filter(Boolean);
}
