// The picture itself: made once, filled anew when what is shown changes, moved when something is chosen.

function makeDrawing(container, handlers) {
  const drawing = cytoscape({
    container,
    style: looks(),
    layout: { name: "preset" },
    minZoom: 0.02,
    maxZoom: 4,
    boxSelectionEnabled: false,
    autounselectify: true,
    hideEdgesOnViewport: false,
    textureOnViewport: false,
  });
  drawing.on("tap", "node", (event) => handlers.node(event.target.id()));
  drawing.on("tap", "edge", (event) => handlers.line(event.target.id()));
  drawing.on("tap", (event) => event.target === drawing && handlers.nothing());
  let timer = 0;
  drawing.on("viewport resize", () => {
    clearTimeout(timer);
    timer = setTimeout(handlers.moved, 80);
  });
  drawing.on("mouseover", "node, edge", () => {
    container.classList.add("pointing");
  });
  drawing.on("mouseout", "node, edge", () => {
    container.classList.remove("pointing");
  });
  return drawing;
}

function fill(drawing, elements, aside) {
  drawing.batch(() => {
    drawing.elements().remove();
    drawing.add(elements);
    if (aside) putAside(drawing);
    thin(drawing, drawing.edges().length);
    if (aside && drawing.edges().length <= 40) drawing.edges().addClass("beside");
  });
  drawing.resize();
  showAll(drawing, aside);
}

// Many lines: paler, and straight, because curves that part parallel lines cost too much.
function thin(drawing, lines) {
  drawing
    .edges()
    .not(".within")
    .style("curve-style", lines <= 900 ? "bezier" : "straight");
  drawing.renderer().hideEdgesOnViewport = lines > 2500; // while moving; they come back when the picture rests
  drawing.edges().style("line-opacity", Math.min(0.85, Math.max(0.22, 450 / lines)));
}

// All nodes in the window, with room for their labels; few nodes are not blown up.
function showAll(drawing, aside) {
  if (!drawing.nodes().length) return;
  const box = drawing.nodes().boundingBox({ includeLabels: false });
  const [labels, margin] = aside ? [COLUMN * 1.6, 10] : [0, 75];
  const level = Math.min(1.3, (drawing.width() - 2 * margin) / (box.w + labels), (drawing.height() - 80) / box.h);
  const [x, y] = [(box.x1 + box.x2) / 2, (box.y1 + box.y2) / 2];
  drawing.viewport({ zoom: level, pan: { x: drawing.width() / 2 - x * level, y: drawing.height() / 2 - y * level } });
}

// In columns labels stand outside, and lines within a column bend so that they can be told apart.
function putAside(drawing) {
  drawing.nodes().forEach((node) => {
    node.addClass(node.position("x") < 0 ? "left" : "right");
  });
  drawing.edges().forEach((edge) => {
    const [from, to] = [edge.source().position("x"), edge.target().position("x")];
    if (from === to) edge.addClass("within");
  });
}

function middle(drawing) {
  return { x: drawing.width() / 2, y: drawing.height() / 2 };
}

// Marks what is chosen and fades what has nothing to do with it.
function mark(drawing, view, line, aside) {
  const chosen = view.chosen ? drawing.getElementById(view.chosen.id) : drawing.collection();
  const edge = line ? drawing.getElementById(line.id) : drawing.collection();
  drawing.batch(() => {
    drawing.elements().removeClass("chosen far");
    if (!aside) drawing.edges().removeClass("beside");
    chosen.union(edge).addClass("chosen");
    const near = edge.length ? edge.union(edge.connectedNodes()).union(chosen) : chosen.closedNeighborhood();
    if (near.length && !aside) drawing.elements().difference(near).addClass("far");
    if (near.length && near.length < 60) near.edges().addClass("beside");
  });
}

// Whether a node is in the window: going on to another end must not lead out of sight.
function sees(drawing, id) {
  const node = drawing.getElementById(id);
  return !node.length || inside(node.position(), drawing.extent(), 0);
}

function fly(drawing, id) {
  const node = drawing.getElementById(id);
  if (!node.length) return;
  const quiet = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const zoom = Math.max(drawing.zoom(), 0.9);
  drawing.stop().animate({ center: { eles: node }, zoom, duration: quiet ? 0 : 350 });
}

function zoomBy(drawing, factor) {
  drawing.zoom({ level: drawing.zoom() * factor, renderedPosition: middle(drawing) });
}
