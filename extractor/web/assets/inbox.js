// 收文: files and folders that are dropped or chosen are sent one by one, at most two at once.
"use strict";
(() => {
  const AT_ONCE = 2, ROWS = 60, MOST = 20000;
  const LITTER = /(^|\/)(\.|~\$)|(^|\/)(thumbs\.db|desktop\.ini)$/i;  // what systems leave in folders is no news
  const drop = document.getElementById("drop");
  const panel = document.getElementById("uploads");
  const list = panel.querySelector("ul");
  const head = panel.querySelector(".uploads-head");
  const all = panel.querySelector(".uploads-all");
  const largest = Number(drop.dataset.largest);
  const waiting = [];
  const clashes = new Set();
  const sums = { stored: 0, known: 0, refused: 0, passed: 0 };
  let sending = 0, shownSums = "";

  // What was dropped -------------------------------------------------------------------------------------------
  const listing = (folder) => new Promise((done) => {
    const reader = folder.createReader(), found = [];
    const next = () => reader.readEntries((some) => {
      if (!some.length || found.length > MOST) { done(found); return; }
      found.push(...some);  // a browser hands over a hundred at a time
      next();
    }, () => done(found));
    next();
  });
  const opened = (entry) => new Promise((done) => entry.file(done, () => done(null)));
  async function walk(entry, above) {
    if (entry.isFile) {
      const file = await opened(entry);
      if (file) add(file, above + file.name);
      else tell({ name: above + entry.name }, { what: "refused", says: "打不开，没有收", advice: "请确认文件还在，再放入一次。" });
    } else if (entry.isDirectory) {
      for (const each of await listing(entry)) await walk(each, above + entry.name + "/");
    }
  }
  function add(file, name) {
    panel.hidden = false;
    if (LITTER.test(name)) sums.passed += 1;
    else waiting.push({ file, name: name.toWellFormed ? name.toWellFormed() : name, manner: "ask" });
    next();
  }
  const hasFiles = (event) => event.dataTransfer && [...event.dataTransfer.types].includes("Files");
  document.addEventListener("dragover", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    document.body.classList.add("dragging");
  });
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) document.body.classList.remove("dragging");
  });
  document.addEventListener("drop", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    document.body.classList.remove("dragging");
    const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry && item.webkitGetAsEntry());
    if (entries.some(Boolean)) entries.filter(Boolean).forEach((entry) => walk(entry, ""));
    else [...event.dataTransfer.files].forEach((file) => add(file, file.name));
  });
  for (const id of ["pick-files", "pick-folder"]) {
    const input = document.getElementById(id);
    const take = () => {
      [...input.files].forEach((file) => add(file, file.webkitRelativePath || file.name));
      input.value = "";
    };
    input.addEventListener("change", take);
    take(); // what was chosen before this script had come
  }

  // Sending ----------------------------------------------------------------------------------------------------
  function next() {
    while (sending < AT_ONCE && waiting.length) send(waiting.shift());
    sum();
    if (!sending && !waiting.length) changed();
  }
  function send(upload) {
    if (upload.file.size > largest) {
      const most = Math.floor(largest / 1048576);
      tell(upload, { what: "refused", says: `太大，没有收（最多 ${most} MB）`, advice: "请拆成几份，或者删去其中的图片后再放入。" });
      return;
    }
    sending += 1;
    const bar = document.createElement("progress");
    bar.max = upload.file.size || 1;
    bar.value = 0;
    bar.setAttribute("aria-label", `${upload.name} 的进度`);
    row(upload, "", [], bar);
    const request = new XMLHttpRequest();
    request.upload.addEventListener("progress", (event) => { bar.value = event.loaded; });
    request.addEventListener("loadend", () => {
      sending -= 1;
      tell(upload, answered(request));
      next();
    });
    const query = new URLSearchParams({ name: upload.name, as: upload.manner });
    request.open("PUT", `/inbox/files?${query}`);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.send(upload.file);
  }
  function answered(request) {
    try {
      return JSON.parse(request.responseText);
    } catch {
      const says = request.status ? request.responseText.slice(0, 200) : "没有传完，连接断开了";
      return { what: "lost", says, advice: "请确认程序还开着，再试一次。" };
    }
  }

  // Telling ----------------------------------------------------------------------------------------------------
  function button(words, does) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = words;
    made.addEventListener("click", does);
    return made;
  }
  function row(upload, words, buttons, bar) {
    const line = document.createElement("li");
    const [name, progress, said, acts] = ["name", "bar", "words", "acts"].map((kind) => {
      const part = document.createElement("span");
      part.className = kind;
      line.append(part);
      return part;
    });
    name.textContent = upload.name;
    said.textContent = words;
    acts.append(...buttons);
    if (bar) progress.append(bar);
    if (upload.line) upload.line.replaceWith(line);
    else list.prepend(line);
    upload.line = line;
    return line;
  }
  function tell(upload, answer) {
    panel.hidden = false;
    const again = (manner) => () => {
      clashes.delete(upload);
      waiting.push({ ...upload, manner });
      next();
    };
    const leave = () => { clashes.delete(upload); upload.line.remove(); sum(); };
    const buttons = answer.what === "taken"
      ? [button("换成新的", again("replace")), button("另存一份", again("beside")), button("不收", leave)]
      : answer.what === "lost" ? [button("再试", again(upload.manner))] : [];
    row(upload, [answer.says, answer.advice].filter(Boolean).join("。"), buttons).className = answer.what;
    if (buttons.length) list.prepend(upload.line);  // what waits for a decision stands first
    if (answer.what === "taken") clashes.add(Object.assign(upload, { again, leave }));
    else sums[answer.what] = (sums[answer.what] || 0) + 1;
    const good = [...list.querySelectorAll(".stored, .known")];
    good.slice(ROWS).forEach((line) => line.remove());
    sum();
  }
  function sum() {
    const left = sending + waiting.length;
    const parts = [
      left ? `还有 ${left} 份正在收` : "都收完了",
      sums.stored ? `已收 ${sums.stored} 份` : "",
      sums.known ? `${sums.known} 份原来就有` : "",
      sums.refused ? `${sums.refused} 份没有收` : "",
      sums.passed ? `跳过系统文件 ${sums.passed} 个` : "",
    ];
    const words = parts.filter(Boolean).join("，") + "。";
    if (words !== shownSums) head.textContent = shownSums = words;
    all.hidden = clashes.size < 2;
    all.querySelector(".uploads-clashes").textContent = `有 ${clashes.size} 份文件同名、内容不同：`;
  }
  all.addEventListener("click", (event) => {
    const manner = event.target.dataset && event.target.dataset.all;
    if (manner) [...clashes].forEach((upload) => (manner === "leave" ? upload.leave() : upload.again(manner)()));
  });
  function changed() {
    document.body.dispatchEvent(new CustomEvent("look"));
    document.body.dispatchEvent(new CustomEvent("ledger-changed"));
  }
  window.addEventListener("beforeunload", (event) => { if (sending || waiting.length) event.preventDefault(); });
})();
