// Shows where a field's value stands on the document while the field has the focus, and takes
// words of the document into the field that was used last.
(() => {
  const paper = document.getElementById("paper");

  // page 1 (72,100,140,112), in points; page by page the size in points once it is known.
  const WHERE = /^page (\d+) \((-?\d+),(-?\d+),(-?\d+),(-?\d+)\)$/;
  const sizes = new Map();
  const pointsPerDot = 72 / 100;

  const clear = () => {
    paper.querySelectorAll(".mark").forEach((mark) => mark.remove());
    paper.querySelectorAll(".marked").forEach((cell) => cell.classList.remove("marked"));
  };

  // Lays an element over its place on the page; null when the page is not shown.
  const lay = (element, where, around) => {
    const found = WHERE.exec(where);
    const sheet = found && paper.querySelector(`[data-page="${found[1]}"]`);
    if (!sheet) {
      return null;
    }
    const image = sheet.querySelector("img");
    const size = sizes.get(found[1]) || { width: image.naturalWidth * pointsPerDot, height: image.naturalHeight * pointsPerDot };
    const [left, top, right, bottom] = found.slice(2).map(Number);
    const share = (points, whole) => `${(100 * points) / (whole || 1)}%`;
    element.style.left = share(left - around, size.width);
    element.style.top = share(top - around, size.height);
    element.style.width = share(right - left + 2 * around, size.width);
    element.style.height = share(bottom - top + 2 * around, size.height);
    sheet.append(element);
    return element;
  };

  const mark = (where) => {
    const element = document.createElement("div");
    element.className = "mark";
    return lay(element, where, 2);
  };

  const show = (field) => {
    clear();
    let first = null;
    for (const place of (field.dataset.where || "").split("|").filter((one) => one)) {
      const drawn = mark(place);
      const cells = drawn ? [] : [...paper.querySelectorAll("td[data-where]")].filter((cell) => cell.dataset.where === place);
      cells.forEach((cell) => cell.classList.add("marked"));
      first = first || drawn || cells[0];
    }
    if (first) {
      const box = first.getBoundingClientRect();
      const seen = paper.getBoundingClientRect();
      if (box.top < seen.top || box.bottom > seen.bottom) {
        paper.scrollTop += box.top - seen.top - paper.clientHeight / 3;
      }
    }
  };

  let last = null;
  document.addEventListener("focusin", (event) => {
    if (event.target.matches('input[name^="/"]')) {
      if (last) {
        last.classList.remove("chosen");
      }
      last = event.target;
      last.classList.add("chosen");
      show(last);
    }
  });

  // How this document writes dates and numbers; nothing until that is known.
  let habits = {};

  // 31.12.2026 becomes 2026-12-31, 1.234,50 becomes 1234.5, Stk becomes EA, where that is sure.
  const canonical = async (field) => {
    const given = field.value.trim();
    field.setCustomValidity("");
    if (!field.dataset.kind || !given) {
      return;
    }
    const asked = new URLSearchParams({ kind: field.dataset.kind, text: given });
    for (const [name, value] of Object.entries(habits)) {
      if (value !== null) {
        asked.set(name, value);
      }
    }
    const answer = await fetch(`${paper.dataset.url}/value?${asked}`);
    if (answer.ok && field.value.trim() === given) {
      field.value = await answer.text();
      const form = { date: /^\d{4}-\d\d-\d\d$/, number: /^-?\d+(\.\d+)?$/ }[field.dataset.kind];
      field.setCustomValidity(form && !form.test(field.value) ? "It can be read in two ways, or in none: write 2026-12-31, or 1234.5." : "");
      field.closest("label, td").classList.toggle("bad", !field.checkValidity());
    }
  };

  // A click takes a word, a drag all words from the first to the last.
  const cellOf = (event) => event.target.closest && event.target.closest("[data-where]");
  let from = null;
  paper.addEventListener("pointerdown", (event) => {
    from = cellOf(event);
  });
  paper.addEventListener("pointerup", (event) => {
    const to = cellOf(event);
    if (!from || !to || !last) {
      return;
    }
    const all = [...paper.querySelectorAll("[data-where]")];
    const ends = [all.indexOf(from), all.indexOf(to)].sort((one, other) => one - other);
    const taken = all.slice(ends[0], ends[1] + 1);
    last.value = taken.map((one) => one.textContent.trim()).join(" ");
    last.dataset.where = taken.map((one) => one.dataset.where).join("|");
    looked(last);
    canonical(last);
    last.focus({ preventScroll: true });
    show(last);
  });

  // What a person gave needs no second look.
  const looked = (field) => field.closest("label, td").classList.remove("bad", "wait");
  document.addEventListener("change", (event) => {
    if (event.target.matches('input[name^="/"]')) {
      looked(event.target);
      canonical(event.target);
    }
  });

  // The words of a PDF or a scan, and the pages on which nothing was found.
  const page = (one) => {
    const sheet = document.createElement("div");
    sheet.className = "sheet";
    sheet.dataset.page = one.number;
    const image = document.createElement("img");
    image.loading = "lazy";
    image.alt = `Page ${one.number}`;
    image.src = `${paper.dataset.url}/pages/${one.number}.png`;
    sheet.append(image);
    const next = [...paper.querySelectorAll("[data-page]")].find((other) => Number(other.dataset.page) > one.number);
    paper.insertBefore(sheet, next || null);
    return sheet;
  };

  const words = (one) => {
    sizes.set(String(one.number), one);
    const sheet = paper.querySelector(`[data-page="${one.number}"]`) || page(one);
    sheet.querySelector("img").style.aspectRatio = `${one.width} / ${one.height}`;
    for (const word of one.words) {
      const element = document.createElement("span");
      element.className = "word";
      element.dataset.where = word.where;
      element.textContent = word.text;
      lay(element, word.where, 0);
    }
  };

  fetch(`${paper.dataset.url}/pages`)
    .then((answer) => (answer.ok ? answer.json() : { pages: [], habits: {} }))
    .then((shown) => {
      habits = shown.habits;
      if (paper.dataset.drawn) {
        shown.pages.forEach(words);
      }
    });
})();
