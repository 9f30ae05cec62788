// From the data and the address to the page, and again whenever the address changes.

function start() {
  const model = readModel(JSON.parse(document.getElementById("data").textContent));
  const initial = initialState(model);
  const page = {
    model,
    initial,
    state: initial,
    present: {},
    places: new Map(), // of every node, where it lay last
    laid: new Map(), // of every view shown before, where its nodes lay: going back changes nothing
    drawn: "",
    aside: false,
    flyTo: "",
    stop: () => {},
  };
  page.drawing = makeDrawing(document.getElementById("drawing"), {
    node: (id) => choose(page, model.byId.get(id)),
    line: (id) => chooseLine(page, page.lines.get(id)),
    nothing: () => choose(page, null),
    moved: () => writeLabels(page.drawing, page.aside),
  });
  makeControls(page);
  makeTools(page);
  addEventListener("hashchange", () => render(page));
  const refit = () => {
    page.drawing.resize();
    showAll(page.drawing, page.aside);
    writeLabels(page.drawing, page.aside);
  };
  addEventListener("resize", refit);
  render(page);
}

function render(page) {
  const { model } = page;
  page.state = stateFromHash(location.hash, page.initial);
  const view = viewOf(model, page.state);
  page.lines = new Map(view.lines.map((line) => [line.id, line]));
  const line = page.lines.get(JSON.stringify([page.state.from, page.state.edge, page.state.to])) || null;
  showControls(page);
  showPanel(page, view, line);
  showStatus(page, view, line);
  draw(page, view, line);
}

// Lays out anew only when other nodes or lines are shown; choosing alone moves nothing.
function draw(page, view, line) {
  const aside = inColumns(view, page.state);
  const shown = JSON.stringify([
    aside && page.state.node,
    view.nodes.map((node) => node.place),
    view.lines.map((each) => each.id),
  ]);
  const finish = () => {
    mark(page.drawing, view, line, aside);
    writeLabels(page.drawing, aside);
    const lost = view.chosen && !sees(page.drawing, view.chosen.id) ? view.chosen.id : "";
    if (page.flyTo || lost) fly(page.drawing, page.flyTo || lost);
    page.flyTo = "";
  };
  const put = (places) => {
    if (!aside) page.places = new Map([...page.places, ...places]);
    page.laid.set(shown, places);
    fill(page.drawing, elementsOf(view, page.model, places), aside);
    Object.assign(page, { drawn: shown, aside });
    busy(false);
    finish();
  };
  page.stop();
  busy(shown !== page.drawn);
  if (shown === page.drawn) finish();
  else if (page.laid.has(shown)) put(page.laid.get(shown));
  else page.stop = arrange(view, page.state, page, put);
}

function busy(yes, part = 0) {
  const sign = document.getElementById("busy");
  sign.hidden = !yes;
  sign.textContent = `正在排列…… ${Math.round(part * 100)}%`;
  document.body.dataset.ready = String(!yes);
}

function showStatus(page, view, line) {
  const { model, state } = page;
  const edges = view.lines.reduce((sum, line) => sum + line.edges.length, 0);
  document.getElementById("status").textContent =
    `显示 ${view.nodes.length} 个节点、${edges} 条关联；全部 ${model.nodes.length} 个节点、${model.edges.length} 条关联`;
  const told = [];
  if (view.beyond)
    told.push(`只显示关联最多的 ${view.nodes.length} 个节点，另有 ${view.beyond} 个未显示：可筛选，或放宽“最多显示”。`);
  if (view.folded) told.push(`${view.folded} 项任务已收进所在公文：勾选“${model.kinds.task}”，或选一份公文后展开。`);
  if (!view.nodes.length)
    told.push(
      model.nodes.length
        ? "没有符合条件的内容，请放宽筛选或点“重置”。"
        : "还没有可以显示的内容：先运行 extractor run。",
    );
  if (state.node && !view.chosen) told.push("链接所指的节点不在这张图里。");
  if (state.edge && !line) told.push("链接所指的连线没有画出：请放宽筛选，或点“重置”。");
  const notice = document.getElementById("notice");
  notice.textContent = told.join("　");
  notice.hidden = !told.length;
}

function makeTools(page) {
  const tools = {
    closer: () => zoomBy(page.drawing, 1.3),
    farther: () => zoomBy(page.drawing, 1 / 1.3),
    whole: () => showAll(page.drawing, page.aside),
    reset: () => {
      Object.assign(page, { places: new Map(), laid: new Map(), drawn: "" });
      change(page, page.initial);
      render(page);
    },
  };
  for (const [name, work] of Object.entries(tools)) document.getElementById(name).addEventListener("click", work);
  makeKeys(page, tools);
}

function makeKeys(page, tools) {
  const keys = {
    "+": tools.closer,
    "=": tools.closer,
    "-": tools.farther,
    0: tools.whole,
    Escape: () => choose(page, null),
  };
  const ways = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] };
  addEventListener("keydown", (event) => {
    if (event.target.closest("input, select, textarea") || event.ctrlKey || event.altKey || event.metaKey) return;
    const way = document.activeElement.id === "drawing" && ways[event.key];
    if (event.key === "/") {
      document.getElementById("search").focus();
      event.preventDefault();
    } else if (way) {
      page.drawing.panBy({ x: way[0], y: way[1] });
      event.preventDefault();
    } else if (keys[event.key]) keys[event.key]();
  });
}

start();
