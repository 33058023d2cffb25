"use strict";
(() => {
  const all = (q, within) => [...(within || document).querySelectorAll(q)];
  const cards = all("[data-card]"), turns = all("[data-turn]"), traces = all("[data-e]"), form = document.querySelector("form.filters");
  const say = (template, ...values) => values.reduce((said, v, i) => said.replace("{" + i + "}", v), template);
  const words = new Map([...cards.map(c => [c, all("q, .why", c)]), ...turns.map(t => [t, all(".said > p", t)])].map(([e, said]) => [e, said.map(s => s.textContent).join("\n").toLowerCase()]));
  const keyOf = card => card.id.slice(1);
  const people = new Map(all("i[data-respondent]").map(i => [i.dataset.respondent, i.dataset]));

  // Stripes stand beside the very lines of their words, however the page is folded.
  function place() {
    for (const turn of turns) {
      const svg = turn.querySelector(".stripes svg"), rects = svg ? all("rect", svg) : [];
      if (!rects.length || turn.hidden) continue;
      const top = svg.getBoundingClientRect().top;
      for (const rect of rects) {
        const lines = all("mark", turn).filter(m => m.dataset.e.split(" ").includes(rect.dataset.e)).flatMap(m => [...m.getClientRects()]);
        if (!lines.length) continue;
        const from = Math.min(...lines.map(l => l.top)), to = Math.max(...lines.map(l => l.bottom));
        rect.setAttribute("y", Math.max(0, from - top));
        rect.setAttribute("height", to - from);
      }
    }
  }

  function matrix(shown) {
    for (const cell of all("[data-column]")) cell.hidden = !shown.has(cell.dataset.column);
    for (const row of all("tr[data-who]")) row.hidden = !shown.has(row.dataset.who);
    for (const table of all("table.heat")) {
      for (const row of all("tbody tr", table)) {
        const cells = all("[data-column]:not([hidden])", row);
        if (!cells.length) continue;
        const contrary = cells.filter(c => +c.dataset.contrary).length;
        row.querySelector("[data-sum]").textContent = say(table.dataset.of, cells.filter(c => +c.dataset.n).length, cells.length)
          + (contrary ? ", " + say(table.dataset.contrary, contrary) : "");
      }
    }
  }

  function filter() {
    const f = form.elements, text = f.text.value.trim().toLowerCase();
    const value = name => f[name] ? f[name].value : "";
    const themes = new Set(all("[name=theme]:checked", form).map(b => b.value));
    const wanted = Object.keys([...people.values()][0] || {}).filter(a => /^a\d+$/.test(a) && value(a));
    const shown = new Set([...people].filter(([id, d]) => (!value("respondent") || id === value("respondent")) && wanted.every(a => d[a] === value(a))).map(([id]) => id));
    const kept = new Set();
    for (const card of cards) {
      const d = card.dataset;
      card.hidden = !(themes.has(d.theme) && (!people.size || shown.has(d.respondent)) && (!value("polarity") || d.polarity === value("polarity"))
        && (!value("coder") || d.coders.split("|").includes(value("coder"))) && (!text || words.get(card).includes(text)));
      if (!card.hidden) kept.add(keyOf(card));
    }
    for (const group of all("[data-group]")) group.hidden = !all("[data-card]", group).some(c => !c.hidden);
    const marked = !text && kept.size === cards.length;
    for (const e of traces) {
      const off = !marked && !e.dataset.e.split(" ").some(k => kept.has(k));
      e.classList.toggle("off", off);
    }
    for (const turn of turns) turn.hidden = Boolean(text) && !words.get(turn).includes(text);
    if (people.size) matrix(shown);
    const out = form.querySelector("output");
    out.textContent = say(out.dataset.say, cards.filter(c => !c.hidden).length, cards.length)
      + (turns.length && text ? say(out.dataset.turns, turns.filter(t => !t.hidden).length, turns.length) : "");
    place();
  }

  // What the address names is shown even when a filter hides it, and all its words light up.
  function arrive() {
    all(".on").forEach(e => e.classList.remove("on"));
    const name = decodeURIComponent(location.hash.slice(1)), target = name && document.getElementById(name);
    if (!target) return;
    if (form && (target.closest("[hidden]") || target.hidden)) { form.reset(); filter(); }
    const key = name.slice(1);
    if (/^[pe]/.test(name)) for (const e of [...traces, ...cards.filter(c => keyOf(c) === key)]) {
      if (e.matches("[data-card]") || e.dataset.e.split(" ").includes(key)) e.classList.add("on");
    }
    target.scrollIntoView({ block: name[0] === "p" || name[0] === "e" ? "center" : "start" });
    const focus = name[0] === "p" ? target.closest("[data-turn]") : target.matches("[data-card]") ? target : null;
    if (focus) { focus.tabIndex = -1; focus.focus({ preventScroll: true }); }
  }

  if (form) {
    form.hidden = false;
    form.addEventListener("input", filter);
    form.addEventListener("submit", e => e.preventDefault());
    form.addEventListener("reset", () => setTimeout(filter));
    filter();
  }
  document.addEventListener("click", e => {
    const stripe = e.target.closest && e.target.closest("rect[data-e]");
    if (stripe) location.hash = "e" + stripe.dataset.e;
  });
  addEventListener("hashchange", arrive);
  addEventListener("resize", place);
  addEventListener("beforeprint", place);
  place();
  arrive();
})();
