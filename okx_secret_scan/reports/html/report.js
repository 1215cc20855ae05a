"use strict";
// Filters and sorts what is already on the page; without it everything is shown, worst first.
(() => {
  const form = document.getElementById("controls");
  if (!form) return;
  const list = document.getElementById("incidents");
  const shown = document.getElementById("shown");
  const incidents = [...list.children];
  const folds = incidents.map((incident) => incident.querySelector("details"));

  const number = (incident, name) => Number(incident.dataset[name]);
  const since = (incident) => number(incident, "since") || Infinity;
  const orders = {
    severity: (a, b) => number(b, "rank") - number(a, "rank"),
    newest: (a, b) => number(b, "since") - number(a, "since"),
    oldest: (a, b) => (since(a) < since(b) ? -1 : since(a) > since(b) ? 1 : 0),
    longest: (a, b) => number(b, "days") - number(a, "days"),
  };

  const apply = () => {
    const severities = new Set([...form.elements.severity].filter((box) => box.checked).map((box) => box.value));
    const state = form.elements.state.value;
    const words = form.elements.words.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const incident of incidents) {
      const text = incident.textContent.toLowerCase();
      incident.hidden = !(
        severities.has(incident.dataset.severity) &&
        (!state || incident.dataset.state === state) &&
        words.every((word) => text.includes(word))
      );
      count += incident.hidden ? 0 : 1;
    }
    // Sorting is stable, so equal ones keep the order of the file.
    list.append(...[...incidents].sort(orders[form.elements.order.value]));
    shown.textContent = `Showing ${count} of ${incidents.length}`;
  };

  const openTarget = () => {
    const target = document.getElementById(location.hash.slice(1));
    const fold = target?.querySelector("details");
    if (fold) fold.open = true;
  };

  form.hidden = false;
  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  for (const button of form.querySelectorAll("button")) {
    button.addEventListener("click", () => {
      for (const fold of folds) fold.open = button.value === "open";
    });
  }
  addEventListener("hashchange", openTarget);
  openTarget();
  apply();

  let before = [];
  addEventListener("beforeprint", () => {
    before = folds.map((fold) => fold.open);
    for (const fold of folds) fold.open = true;
  });
  addEventListener("afterprint", () => folds.forEach((fold, index) => (fold.open = before[index])));
})();
