(function () {
  "use strict";
  var view = document.getElementById("view");
  var map = view.querySelector("svg");
  var field = document.getElementById("find");
  var count = document.getElementById("count");
  var shown = document.getElementById("scale");
  var box = map.viewBox.baseVal;
  var LARGEST = 16;
  var zoom = 1;

  // Zoom: 1 is the whole map in the window.
  function fitting() {
    var wide = view.clientWidth - 32;
    var tall = view.clientHeight - 32;
    return Math.max(50, Math.min(wide, (tall * box.width) / box.height));
  }

  function resize() {
    map.style.width = fitting() * zoom + "px";
    shown.textContent = Math.round(zoom * 100) + " %";
  }

  // Keeps the place of the map that lies under (x, y), pixels of the window, where it is.
  function zoomTo(wanted, x, y) {
    var next = Math.min(LARGEST, Math.max(1, wanted));
    var before = map.getBoundingClientRect();
    var across = (x - before.left) / before.width;
    var down = (y - before.top) / before.height;
    zoom = next;
    resize();
    var after = map.getBoundingClientRect();
    view.scrollLeft += after.left + across * after.width - x;
    view.scrollTop += after.top + down * after.height - y;
  }

  function zoomBy(factor) {
    var seen = view.getBoundingClientRect();
    zoomTo(zoom * factor, seen.left + seen.width / 2, seen.top + seen.height / 2);
  }

  view.addEventListener("wheel", function (event) {
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      zoomTo(zoom * Math.pow(1.0015, -event.deltaY), event.clientX, event.clientY);
    }
  }, { passive: false });

  // Dragging beside the texts moves the map; on a text it selects.
  var held = null;
  view.addEventListener("pointerdown", function (event) {
    var onText = event.target.closest && event.target.closest("text");
    var inside = event.offsetX < view.clientWidth || event.target !== view;
    if (event.button === 1 || (event.button === 0 && !onText && inside && event.pointerType === "mouse")) {
      held = [event.clientX + view.scrollLeft, event.clientY + view.scrollTop];
      view.style.cursor = "grabbing";
      event.preventDefault();
      view.focus({ preventScroll: true });
      view.setPointerCapture(event.pointerId);
    }
  });
  view.addEventListener("pointermove", function (event) {
    if (held) {
      view.scrollLeft = held[0] - event.clientX;
      view.scrollTop = held[1] - event.clientY;
    }
  });
  ["pointerup", "pointercancel"].forEach(function (name) {
    view.addEventListener(name, function () {
      held = null;
      view.style.cursor = "";
    });
  });

  // Search: a piece of the map is found by all of its words, whatever lines they stand on.
  function plain(text) {
    return text.toLowerCase().replace(/ё/g, "е").replace(/[\s\u00a0]+/g, " ").trim();
  }

  var pieces = Array.prototype.map.call(map.querySelectorAll("svg > g"), function (group) {
    var lines = Array.prototype.map.call(group.querySelectorAll("text"), function (line) {
      return line.textContent;
    });
    var joined = lines.join(" ");
    return { group: group, text: plain(joined) + "\n" + plain(joined.replace(/-\s+/g, "")) };
  }).filter(function (piece) {
    return piece.text.length > 1;
  });
  var found = [];
  var now = -1;

  function clear() {
    map.querySelectorAll("rect.mark").forEach(function (mark) {
      mark.remove();
    });
    found = [];
    now = -1;
  }

  function mark(piece) {
    var rect = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    var seen = piece.group.getBBox();
    rect.setAttribute("class", "mark");
    rect.setAttribute("x", seen.x - 2);
    rect.setAttribute("y", seen.y - 2);
    rect.setAttribute("width", seen.width + 4);
    rect.setAttribute("height", seen.height + 4);
    rect.setAttribute("rx", 3);
    piece.group.appendChild(rect);
    return rect;
  }

  function search() {
    clear();
    var wanted = plain(field.value);
    if (!wanted) {
      count.textContent = "";
      return;
    }
    found = pieces.filter(function (piece) {
      return piece.text.indexOf(wanted) >= 0;
    }).map(mark);
    if (found.length) {
      step(1);
    } else {
      count.textContent = view.dataset.none;
    }
  }

  function step(by) {
    if (!found.length) {
      return;
    }
    if (now >= 0) {
      found[now].classList.remove("now");
    }
    now = (now + by + found.length) % found.length;
    found[now].classList.add("now");
    count.textContent = view.dataset.of.replace("{a}", now + 1).replace("{b}", found.length);
    show(found[now]);
  }

  // Brings a mark into the middle, large enough to be read.
  function show(rect) {
    var seen = rect.getBoundingClientRect();
    if (zoom < 2 && seen.width < view.clientWidth / 3) {
      zoom = 2;
      resize();
      seen = rect.getBoundingClientRect();
    }
    var frame = view.getBoundingClientRect();
    view.scrollLeft += seen.left + seen.width / 2 - frame.left - frame.width / 2;
    view.scrollTop += seen.top + seen.height / 2 - frame.top - frame.height / 2;
  }

  field.addEventListener("input", search);
  field.addEventListener("keydown", function (event) {
    if (event.key === "Enter") {
      event.preventDefault();
      step(event.shiftKey ? -1 : 1);
    } else if (event.key === "Escape") {
      field.value = "";
      search();
      view.focus();
    }
  });

  function whole() {
    zoom = 1;
    resize();
  }

  [["less", function () { zoomBy(1 / 1.25); }], ["more", function () { zoomBy(1.25); }],
    ["whole", whole], ["before", function () { step(-1); }], ["after", function () { step(1); }]
  ].forEach(function (pair) {
    document.getElementById(pair[0]).addEventListener("click", pair[1]);
  });

  document.addEventListener("keydown", function (event) {
    if (event.target === field || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (event.key === "+" || event.key === "=") {
      zoomBy(1.25);
    } else if (event.key === "-") {
      zoomBy(1 / 1.25);
    } else if (event.key === "0") {
      whole();
    } else if (event.key === "/" || event.code === "Slash") {
      field.focus();
      field.select();
    } else {
      return;
    }
    event.preventDefault();
  });

  window.addEventListener("resize", resize);
  resize();
  view.focus({ preventScroll: true });
})();
