// What the page knows: nodes and edges as objects, and who is joined to whom.

const DOCUMENTS = new Set(["document", "cited"]);
const BODIES = new Set(["body", "person"]);

function readModel(data) {
  const nodes = data.nodes.map(readNode);
  const edges = data.edges.map((row) => readEdge(row, nodes, data));
  for (const edge of edges) {
    edge.subject.edges.push(edge);
    if (edge.object !== edge.subject) edge.object.edges.push(edge);
    if (edge.relation === "contains") settleTask(edge);
  }
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const { kinds, relations, attributes, addresses = {} } = data;
  return { nodes, edges, byId, kinds, relations, attributes, addresses };
}

function readNode([id, kind, label, attributes], place) {
  const said = [label, ...Object.values(attributes)].join("\n").toLowerCase();
  return { id, kind, label, attributes, place, said, edges: [], tasks: new Set(), home: null };
}

function readEdge([subject, relation, object, file, start, end, rule, words], nodes, data) {
  return {
    subject: nodes[subject],
    relation,
    object: nodes[object],
    file: data.files[file],
    start,
    end,
    rule: data.rules[rule],
    words: data.words[words],
  };
}

function settleTask({ subject, object }) {
  subject.tasks.add(object);
  object.home = object.home || subject;
}

// The documents and bodies that an edge is about: its ends, and through a task its document or its owners.
function documentsOf(edge) {
  return [edge.subject, edge.object, edge.subject.home, edge.object.home].filter(
    (node) => node && DOCUMENTS.has(node.kind),
  );
}

function bodiesOf(edge) {
  const owners = edge.relation === "contains" ? edge.object.edges.map((other) => other.subject) : [];
  return [edge.subject, edge.object, ...owners].filter((node) => BODIES.has(node.kind));
}

// Nodes in which all the words of a query occur, names that begin with it first.
function search(model, query, wanted, most) {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (!words.length) return [];
  const found = model.nodes.filter((node) => wanted(node) && words.every((word) => node.said.includes(word)));
  const rank = (node) => [
    !node.label.toLowerCase().startsWith(words[0]),
    node.kind === "task",
    -node.edges.length,
    node.place,
  ];
  return found.sort((one, two) => byRank(rank(one), rank(two))).slice(0, most);
}

function byRank(one, two) {
  const at = one.findIndex((value, place) => value !== two[place]);
  return at < 0 ? 0 : one[at] - two[at];
}
