// Which nodes and lines are drawn: filtered, tasks folded into their documents, not more than asked for.

// A line stands for all edges of one relation between two drawn nodes.
function viewOf(model, state) {
  const chosen = model.byId.get(state.node) || null;
  const lines = [...linesOf(model, state).values()];
  const all = neighbourhood(nodesOf(model, state, lines, chosen), lines, chosen, state.steps);
  const nodes = foremost(all, lines, chosen, state.most);
  const kept = new Set(nodes);
  return {
    nodes,
    chosen,
    lines: lines.filter((line) => kept.has(line.subject) && kept.has(line.object)),
    beyond: all.length - nodes.length,
    folded: state.hide.includes("task")
      ? nodes.reduce((sum, node) => sum + [...node.tasks].filter((task) => !kept.has(task)).length, 0)
      : 0,
  };
}

function linesOf(model, state) {
  const lines = new Map();
  const fits = filterOf(state);
  for (const edge of model.edges) {
    if (!fits(edge)) continue;
    const subject = drawnAs(edge.subject, state);
    const object = drawnAs(edge.object, state);
    if (!subject || !object || (subject === object && edge.subject !== edge.object)) continue;
    const id = JSON.stringify([subject.id, edge.relation, object.id]);
    if (!lines.has(id)) lines.set(id, { id, subject, relation: edge.relation, object, edges: [] });
    lines.get(id).edges.push(edge);
  }
  return lines;
}

function filterOf(state) {
  const without = new Set(state.without);
  const [document, body] = [state.document.toLowerCase(), state.body.toLowerCase()];
  const named = (nodes, words) => nodes.some((node) => node.said.includes(words));
  return (edge) =>
    !without.has(edge.relation) &&
    (!document || named(documentsOf(edge), document)) &&
    (!body || named(bodiesOf(edge), body));
}

// The node that stands for ``node``: itself, for a folded task its document, or nothing.
function drawnAs(node, state) {
  if (node.id === state.node) return node;
  if (!state.hide.includes(node.kind)) return node;
  if (node.kind !== "task" || !node.home) return null;
  return state.open.includes(node.home.id) ? node : drawnAs(node.home, state);
}

// Everything at the end of a line; documents also stand alone, unless a filter asks for something else.
function nodesOf(model, state, lines, chosen) {
  const nodes = new Set(lines.flatMap((line) => [line.subject, line.object]));
  if (chosen) nodes.add(chosen);
  const words = state.document.toLowerCase();
  if (!state.body && !state.hide.includes("document")) {
    for (const node of model.nodes) if (node.kind === "document" && node.said.includes(words)) nodes.add(node);
  }
  return [...nodes].sort((one, two) => one.place - two.place);
}

function neighbourhood(nodes, lines, chosen, steps) {
  if (!chosen || !steps) return nodes;
  const far = distances(lines, chosen, steps);
  return nodes.filter((node) => far.has(node));
}

// Steps from the chosen node along lines in either direction; the sign says on which side the way begins.
function distances(lines, chosen, steps) {
  const far = new Map([[chosen, 0]]);
  for (let step = 1; step <= steps; step += 1) {
    const before = new Map(far);
    for (const { subject, object } of lines) {
      reach(far, before, subject, object, step, 1);
      reach(far, before, object, subject, step, -1);
    }
  }
  return far;
}

function reach(far, before, here, there, step, side) {
  if (far.has(there) || !before.has(here) || Math.abs(before.get(here)) !== step - 1) return;
  far.set(there, step === 1 ? side : step * Math.sign(before.get(here)));
}

// The best connected, when there are more than a picture can show; the chosen node always.
function foremost(nodes, lines, chosen, most) {
  if (nodes.length <= most) return nodes;
  const weight = weights(lines);
  const rank = (node) => [node !== chosen, -(weight.get(node) || 0), node.place];
  const kept = new Set([...nodes].sort((one, two) => byRank(rank(one), rank(two))).slice(0, most));
  return nodes.filter((node) => kept.has(node));
}

function weights(lines) {
  const weight = new Map();
  for (const { subject, object } of lines) {
    weight.set(subject, (weight.get(subject) || 0) + 1);
    weight.set(object, (weight.get(object) || 0) + 1);
  }
  return weight;
}
