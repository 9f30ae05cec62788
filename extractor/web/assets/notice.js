// A notice: what is said of a mark, which section is being read, and going from task to task by keys.
"use strict";
(() => {
  const paper = document.querySelector(".paper");
  if (!paper) return;
  const panel = document.getElementById("fact");
  const reduced = matchMedia("(prefers-reduced-motion: reduce)").matches;

  const pages = document.querySelector(".original");

  /** Every stretch of a mark, which may be cut by others inside of it. */
  const stretches = (key) => {
    const begin = document.getElementById(key);
    const own = [...paper.querySelectorAll(`[data-fact="${CSS.escape(key)}"]`)];
    return begin ? [...new Set([begin, ...own])] : own;
  };

  const boxes = (key) => [...(pages?.querySelectorAll(`[data-fact="${CSS.escape(key)}"]`) ?? [])];
  const query = (key) => {
    const wanted = new URLSearchParams(location.search);
    wanted.delete("fact");
    if (key) wanted.set("fact", key);
    return wanted.size ? `?${wanted}` : "";
  };

  const light = (key) => {
    for (const old of document.querySelectorAll(".here")) old.classList.remove("here");
    const found = stretches(key);
    for (const each of found) {
      each.classList.add("here");
      if (each.classList.contains("pin")) each.closest(".in-task")?.classList.add("here");
    }
    for (const box of boxes(key)) box.classList.add("here");
    const row = document.querySelector(`[data-row="${CSS.escape(key.replace("task-", ""))}"]`);
    row?.classList.add("here");
    row?.scrollIntoView({ block: "nearest" });
    return found[0];
  };

  /** The boxes of a mark come into sight within the pages, the page of the browser stays where it is. */
  const showBox = (key) => {
    const box = boxes(key)[0];
    if (!box || !pages) return;
    const offset = box.getBoundingClientRect().top - pages.getBoundingClientRect().top;
    if (offset < 40 || offset > pages.clientHeight - 80) pages.scrollTop += offset - pages.clientHeight / 3;
  };

  const show = (key, { from = null } = {}) => {
    const place = light(key);
    if (place && !paper.contains(from)) place.scrollIntoView({ block: "center", behavior: reduced ? "auto" : "smooth" });
    if (!pages?.contains(from)) showBox(key);
    history.replaceState(null, "", `${location.pathname}${query(key)}#${key}`);
    htmx.ajax("GET", `${location.pathname}?fact=${encodeURIComponent(key)}`, { target: "#fact", swap: "innerHTML" });
  };

  const close = () => {
    for (const old of document.querySelectorAll(".here")) old.classList.remove("here");
    panel.innerHTML = '<p class="quiet">点文中标出的字，这里说明读成了什么、依据哪条规则。</p>';
    history.replaceState(null, "", location.pathname + query(""));
  };

  document.addEventListener("click", (event) => {
    const mark = event.target.closest("a[data-fact], a[data-task], a[data-close]");
    if (!mark || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if ("close" in mark.dataset) close();
    else show(mark.dataset.fact ?? `task-${mark.dataset.task}`, { from: mark });
  });

  const rows = [...document.querySelectorAll(".rows a[data-task]")].map((row) => row.dataset.task);
  const step = (by) => {
    if (!rows.length) return;
    const current = document.querySelector(".rows li.here")?.dataset.row;
    const next = current ? rows.indexOf(current) + by : by > 0 ? 0 : rows.length - 1;
    if (next >= 0 && next < rows.length) show(`task-${rows[next]}`);
  };

  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable], dialog");
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "e") panel.querySelector(".edit")?.click();
    else if (event.key === "Escape") close();
  });

  for (const tick of document.querySelectorAll(".legend input")) {
    const hide = () => paper.classList.toggle(`hide-${tick.dataset.kind}`, !tick.checked);
    tick.addEventListener("change", hide);
    hide();
  }

  const entries = new Map();
  for (const link of document.querySelectorAll(".outline a")) {
    const place = document.getElementById(link.hash.slice(1));
    if (place) entries.set(place, link);
  }
  const places = [...entries.keys()];
  let asked = false;
  const follow = () => {
    asked = false;
    const passed = places.filter((place) => place.getBoundingClientRect().top < 140);
    const current = entries.get(passed.at(-1) ?? places[0]);
    for (const link of entries.values()) link.removeAttribute("aria-current");
    current?.setAttribute("aria-current", "location");
    const list = current?.closest(".outline");
    if (list && (current.offsetTop < list.scrollTop || current.offsetTop > list.scrollTop + list.clientHeight - 60))
      list.scrollTop = current.offsetTop - list.clientHeight / 2;
  };
  const ask = () => {
    if (!asked) requestAnimationFrame(follow);
    asked = true;
  };
  addEventListener("scroll", ask, { passive: true });
  ask();

  /** ``#at-120``: the block that holds the 120th character; ``#task-…`` and others: the mark itself. */
  const key = decodeURIComponent(location.hash.slice(1));
  if (key.startsWith("at-")) {
    const at = Number(key.slice(3));
    const before = [...paper.querySelectorAll("[data-from]")].filter((block) => Number(block.dataset.from) <= at);
    before.at(-1)?.scrollIntoView({ block: "center" });
    before.at(-1)?.classList.add("here");
  } else if (stretches(key).length) {
    if (new URLSearchParams(location.search).get("fact") !== key) show(key);
    light(key);
    showBox(key);
    document.getElementById(key)?.scrollIntoView({ block: "center" });
  }
})();
