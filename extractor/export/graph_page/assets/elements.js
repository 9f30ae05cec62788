// Nodes and lines as the drawing library wants them, with the names that labels are cut from.

function elementsOf(view, model, places) {
  const weight = weights(view.lines);
  return [
    ...view.nodes.map((node) => nodeElement(node, weight.get(node) || 0, places.get(node.id))),
    ...view.lines.map((line) => lineElement(line, model)),
  ];
}

function nodeElement(node, weight, place) {
  const size = node.kind === "task" ? 9 : Math.min(44, 12 + 3.2 * Math.sqrt(weight));
  return {
    group: "nodes",
    classes: node.kind,
    position: place,
    data: { id: node.id, name: nameOf(node), size, weight, place: node.place, label: "", font: SIGN, wide: 100 },
  };
}

function lineElement(line, model) {
  const times = line.edges.length > 1 ? ` ${line.edges.length}` : "";
  return {
    group: "edges",
    classes: `${family(line.relation)} ${line.relation}`,
    data: {
      id: line.id,
      source: line.subject.id,
      target: line.object.id,
      label: model.relations[line.relation] + times,
    },
  };
}

// 甲市教育局关于印发《校园安全工作方案》的通知 → 印发《校园安全工作方案》的通知: the issuer stands beside it anyway.
function nameOf(node) {
  const about = node.label.indexOf("关于");
  return DOCUMENTS.has(node.kind) && about >= 0 && about < 40 ? node.label.slice(about + 2) : node.label;
}

const FAMILIES = {
  issued: "frame",
  "addressed-to": "frame",
  "copied-to": "frame",
  encloses: "part",
  attaches: "part",
  contains: "part",
  leads: "duty",
  supports: "duty",
  "responsible-for": "duty",
  "acts-on": "duty",
};

function family(relation) {
  return FAMILIES[relation] || "document-line";
}
