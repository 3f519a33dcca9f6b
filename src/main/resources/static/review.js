// Shows where a field's value stands on the document while the field has the focus.
(() => {
  const paper = document.getElementById("paper");
  const dotsPerPoint = 100 / 72;

  const clear = () => {
    paper.querySelectorAll(".mark").forEach((mark) => mark.remove());
    paper.querySelectorAll(".marked").forEach((cell) => cell.classList.remove("marked"));
  };

  // page 1 (72,100,140,112)
  const box = (where) => {
    const found = /^page (\d+) \((-?\d+),(-?\d+),(-?\d+),(-?\d+)\)$/.exec(where);
    const sheet = found && paper.querySelector(`[data-page="${found[1]}"]`);
    if (!sheet) {
      return null;
    }
    const image = sheet.querySelector("img");
    const scale = (dotsPerPoint * image.clientWidth) / (image.naturalWidth || image.clientWidth);
    const [left, top, right, bottom] = found.slice(2).map((one) => Number(one) * scale);
    const mark = document.createElement("div");
    mark.className = "mark";
    mark.style.left = `${left - 3}px`;
    mark.style.top = `${top - 3}px`;
    mark.style.width = `${right - left + 6}px`;
    mark.style.height = `${bottom - top + 6}px`;
    sheet.append(mark);
    return mark;
  };

  document.addEventListener("focusin", (event) => {
    const where = event.target.dataset && event.target.dataset.where;
    if (where === undefined || paper.contains(event.target)) {
      return;
    }
    clear();
    let first = null;
    for (const place of where.split("|").filter((one) => one)) {
      const mark = box(place);
      const cells = mark ? [] : [...paper.querySelectorAll("[data-where]")].filter((cell) => cell.dataset.where === place);
      cells.forEach((cell) => cell.classList.add("marked"));
      first = first || mark || cells[0];
    }
    if (first) {
      paper.scrollTop += first.getBoundingClientRect().top - paper.getBoundingClientRect().top - paper.clientHeight / 3;
    }
  });

  // A word of the document that is clicked goes into the field that was used last.
  let last = null;
  document.addEventListener("focusout", (event) => {
    last = event.target.matches("input[data-where]") ? event.target : last;
  });
  paper.addEventListener("click", (event) => {
    const cell = event.target.closest("[data-where]");
    if (cell && last) {
      last.value = cell.textContent.trim();
      last.focus();
    }
  });
})();
