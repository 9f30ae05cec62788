// Where nodes lie: in columns around the chosen one, or spread out by forces, a few milliseconds at a time.

const COLUMNS_AT_MOST = 160;
const COLUMN = 310;
const ROW = 36;
const SLICE = 30; // milliseconds of arithmetic before the page may react again

function arrange(view, state, page, done) {
  if (inColumns(view, state)) {
    done(columns(view, state.steps));
    return () => {};
  }
  const room = page.drawing.container();
  const shape = Math.min(2, Math.max(0.5, room.clientWidth / (room.clientHeight || 1)));
  return spread(view, page.places, { shape, tell: (part) => busy(true, part) }, done);
}

function inColumns(view, state) {
  return Boolean(view.chosen && state.steps > 0 && view.nodes.length <= COLUMNS_AT_MOST);
}

// Left what points at the chosen node, right what it points at; two steps make two columns on each side.
function columns(view, steps) {
  const far = distances(view.lines, view.chosen, steps);
  const places = new Map();
  for (const side of [-1, 1]) {
    let edge = 0;
    for (let step = 1; step <= steps; step += 1) {
      const nodes = view.nodes.filter((node) => far.get(node) === side * step);
      edge += column(ordered(nodes, view.lines, places), places, side, edge);
    }
  }
  places.set(view.chosen.id, { x: 0, y: 0 });
  return places;
}

// Near their neighbours of the column before, then kind by kind, so that lines cross little.
function ordered(nodes, lines, places) {
  const height = new Map(nodes.map((node) => [node, []]));
  for (const { subject, object } of lines) {
    if (height.has(subject) && places.has(object.id)) height.get(subject).push(places.get(object.id).y);
    if (height.has(object) && places.has(subject.id)) height.get(object).push(places.get(subject.id).y);
  }
  const mean = (all) => (all.length ? all.reduce((sum, each) => sum + each, 0) / all.length : 0);
  const rank = (node) => [Math.round(mean(height.get(node))), KIND_ORDER.indexOf(node.kind), node.place];
  return [...nodes].sort((one, two) => byRank(rank(one), rank(two)));
}

const KIND_ORDER = ["document", "cited", "body", "person", "task"];

// Puts nodes beneath each other, in several columns when they are many; returns the width used.
function column(nodes, places, side, edge) {
  const rows = Math.max(18, Math.ceil(Math.sqrt(nodes.length * 15)));
  nodes.forEach((node, at) => {
    const across = Math.floor(at / rows);
    const inColumn = Math.min(rows, nodes.length - across * rows);
    places.set(node.id, { x: side * (edge + (across + 1) * COLUMN), y: ((at % rows) - (inColumn - 1) / 2) * ROW });
  });
  return Math.ceil(nodes.length / rows) * COLUMN;
}

// Forces, the same ones every time: nodes start where they were before, or on a spiral in their order.
function spread(view, places, { shape, tell }, done) {
  const simulation = simulationOf(view, places, shape);
  const rounds = view.nodes.length > 2000 ? 160 : 300;
  let round = 0;
  let timer = setTimeout(work, 0);
  simulation.alphaDecay(1 - 0.001 ** (1 / rounds));
  function work() {
    const until = performance.now() + SLICE;
    for (; round < rounds && performance.now() < until; round += 1) simulation.tick();
    tell(round / rounds);
    if (round < rounds) timer = setTimeout(work, 0);
    else done(new Map(simulation.nodes().map(({ id, x, y }) => [id, { x, y }])));
  }
  return () => clearTimeout(timer);
}

function simulationOf(view, places, shape) {
  const weight = weights(view.lines);
  const points = view.nodes.map((node) => ({
    id: node.id,
    weight: weight.get(node) || 0,
    task: node.kind === "task",
    ...places.get(node.id),
  }));
  const pairs = new Map(
    view.lines.map(({ subject, object }) => [
      `${subject.place} ${object.place}`,
      { source: subject.id, target: object.id },
    ]),
  );
  const links = d3
    .forceLink([...pairs.values()])
    .id((point) => point.id)
    .distance((link) => (link.target.task ? 40 : 80));
  return d3
    .forceSimulation(points)
    .stop()
    .force("links", links)
    .force(
      "apart",
      d3
        .forceManyBody()
        .strength((point) => -150 - 25 * Math.min(point.weight, 20))
        .distanceMax(900),
    )
    .force("room", d3.forceCollide((point) => (point.task ? 12 : 26)).iterations(1))
    .force("across", d3.forceX(0).strength(0.05 / shape))
    .force("down", d3.forceY(0).strength(0.05 * shape));
}
