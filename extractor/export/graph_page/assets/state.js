// What a user looks at. It stands in the address behind the #, so that it can be sent, bookmarked and undone.

const MANY = 150; // nodes; with more the tasks stay folded into their documents at first
const CROWD = 2000; // nodes; with more only the best connected are shown at first
const MOST = [150, 400, 1000, 3000, 100000];

function initialState(model) {
  return {
    node: "",
    edge: "",
    from: "",
    to: "",
    steps: 0,
    document: "",
    body: "",
    hide: model.nodes.length > MANY ? ["task"] : [],
    without: [],
    open: [],
    most: model.nodes.length > CROWD ? MOST[0] : MOST[1],
  };
}

const LISTS = ["hide", "without", "open"];
const NUMBERS = ["steps", "most"];

function stateFromHash(hash, initial) {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  const state = { ...initial };
  for (const name of Object.keys(initial)) {
    if (!given.has(name)) continue;
    if (LISTS.includes(name)) state[name] = given.getAll(name).filter(Boolean);
    else if (NUMBERS.includes(name)) state[name] = Math.max(0, Number.parseInt(given.get(name), 10) || 0);
    else state[name] = given.get(name);
  }
  state.steps = Math.min(state.steps, 2);
  state.most = state.most || initial.most;
  return state;
}

function hashOfState(state, initial) {
  const given = new URLSearchParams();
  for (const [name, value] of Object.entries(state)) {
    if (String(value) === String(initial[name])) continue;
    for (const each of LISTS.includes(name) ? (value.length ? value : [""]) : [value]) given.append(name, each);
  }
  return given.toString();
}

// The address of a change; the page draws itself anew when the address changes.
function change(page, what) {
  location.hash = hashOfState({ ...page.state, ...what }, page.initial);
}

// Choosing what the filters leave alone lifts them: a node without its lines would look like one that has none.
function choose(page, node) {
  const { model, state } = page;
  if (!node) {
    change(page, { node: "", edge: "", from: "", to: "", steps: 0 });
    return;
  }
  const chosen = { node: node.id, edge: "", from: "", to: "" };
  const filtered = (state.document || state.body) && !joined(viewOf(model, { ...state, ...chosen }), node);
  change(page, filtered ? { ...chosen, document: "", body: "" } : chosen);
}

function joined(view, node) {
  return !node.edges.length || view.lines.some((line) => line.subject === node || line.object === node);
}

function chooseLine(page, line) {
  change(page, { edge: line.relation, from: line.subject.id, to: line.object.id });
}

function toggled(list, name, present) {
  const rest = list.filter((each) => each !== name);
  return present ? [...rest, name].sort() : rest;
}
