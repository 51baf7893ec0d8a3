// The charts. Those over time share one cursor and one zoom.
page.charts = (() => {
  const {run, byId, colour, fixed, percent, time} = page;
  const utc = seconds => uPlot.tzDate(new Date(seconds * 1e3), 'Etc/UTC');
  const sync = uPlot.sync('time');
  const plots = {};
  const timed = [];
  let span = null;
  let moving = false;
  let gutter = 40;
  const [NUMBER, STRATEGY, INSTRUMENT, SIDE, QUANTITY, ENTERED, ENTRY, LEFT, EXIT, PNL, FEES, MAE, MFE, BARS, OPEN] = Array(15).keys();
  const MARKS_MAX = 400;
  const FONT = '12px system-ui, sans-serif';

  // Times come as differences in milliseconds; uPlot wants seconds.
  function decode(curve) {
    let t = 0;
    return [curve.t.map(step => (t += step) / 1e3), curve.v];
  }

  // Zero has no sign, whatever it was rounded from.
  const compact = new Intl.NumberFormat('en-US', {maximumFractionDigits: 8, signDisplay: 'negative'});
  const hairline = () => ({stroke: () => colour('grid'), width: 1});

  // Charts over time begin at the same place, whatever their figures need.
  function widest(isTime) {
    return (u, values) => {
      u.ctx.font = FONT;
      const own = Math.ceil(Math.max(0, ...(values || []).map(text => u.ctx.measureText(text).width))) + 12;
      if (!isTime) {
        return own;
      }
      gutter = Math.max(gutter, own);
      return gutter;
    };
  }

  function axes(values, isTime, valuesX) {
    const look = {stroke: () => colour('quiet'), font: FONT, ticks: {show: false}};
    const x = {...look, grid: {show: false}, space: 70, size: 30};
    if (!isTime) {
      x.values = (u, all) => all.map(valuesX);
    } else {
      x.values = [
        [31536e3, '{YYYY}', null, null, null, null, null, null, 1],
        [2419200, '{MMM}', '\n{YYYY}', null, null, null, null, null, 1],
        [86400, '{D} {MMM}', '\n{YYYY}', null, null, null, null, null, 1],
        [60, '{HH}:{mm}', '\n{D} {MMM} {YYYY}', null, '\n{D} {MMM}', null, null, null, 1],
        [1, '{HH}:{mm}:{ss}', '\n{D} {MMM} {YYYY}', null, '\n{D} {MMM}', null, null, null, 1],
      ];
      x.size = 42;
    }
    return [x, {...look, grid: hairline(), values: (u, all) => all.map(values), size: widest(isTime), gap: 6, space: 34}];
  }

  // Empty charts say so.
  function element(name, isEmpty) {
    const found = document.querySelector('[data-chart="' + name + '"]');
    if (isEmpty) {
      found.removeAttribute('tabindex');
      found.classList.add('note');
      found.textContent = 'Nothing to draw: the run is too short.';
    }
    return found;
  }

  function bounds(u) {
    const x = u.data[0];
    return [x[0], x[x.length - 1]];
  }

  function zoom(min, max) {
    const before = gutter;
    moving = true;
    timed.forEach(u => u.setScale('x', {min, max}));
    moving = false;
    if (gutter > before) {
      timed.forEach(u => u.redraw(false, true));
    }
    noteZoom();
  }

  function noteZoom() {
    const isWhole = !timed.length || timed[0].scales.x.min <= span[0] && timed[0].scales.x.max >= span[1];
    document.querySelectorAll('.whole').forEach(button => { button.hidden = isWhole; });
  }

  // All time charts go from the first to the last point of the run, whatever they have to show.
  function widen(u) {
    const [first, last] = bounds(u);
    span = span ? [Math.min(span[0], first), Math.max(span[1], last)] : [first, last];
  }

  function keys(u, isTime) {
    return event => {
      const {min, max} = u.scales.x;
      const x = u.data[0];
      const move = steps => {
        const at = u.cursor.idx == null ? u.valToIdx((min + max) / 2) : u.cursor.idx;
        const to = Math.max(0, Math.min(x.length - 1, at + steps));
        const inside = Math.max(min, Math.min(max, x[to]));
        u.setCursor({left: u.valToPos(inside, 'x'), top: u.over.clientHeight / 2}, true, true);
      };
      const closer = factor => {
        const middle = u.cursor.idx == null ? (min + max) / 2 : x[u.cursor.idx];
        zoom(Math.max(span[0], middle - (middle - min) * factor), Math.min(span[1], middle + (max - middle) * factor));
      };
      const actions = {
        ArrowLeft: () => move(event.shiftKey ? -20 : -1),
        ArrowRight: () => move(event.shiftKey ? 20 : 1),
        Home: () => move(-x.length),
        End: () => move(x.length),
        ...(isTime && {'+': () => closer(.5), '=': () => closer(.5), '-': () => closer(2), '0': () => zoom(...span)}),
      };
      if (actions[event.key] && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        actions[event.key]();
      }
    };
  }

  function plot(name, data, series, settings) {
    const target = element(name, data[0].length < 2);
    if (data[0].length < 2) {
      return null;
    }
    const isTime = settings.time !== false;
    const readout = document.querySelector('[data-readout="' + name + '"]');
    const options = {
      width: target.clientWidth,
      height: target.clientHeight,
      tzDate: utc,
      legend: {show: false},
      // On the right for half of the longest time that may stand at the edge.
      padding: [8, 36, 0, 0],
      cursor: {
        y: false,
        drag: {x: isTime, y: false},
        points: {size: 7, fill: (u, i) => u.series[i].stroke(u, i), width: 0},
        ...(isTime && {sync: {key: sync.key, setSeries: false, scales: ['x', null]}}),
      },
      scales: {x: {time: isTime, range: settings.rangeX}, y: {range: settings.range}},
      axes: axes(settings.values, isTime, settings.valuesX),
      series: [{}, ...series],
      hooks: {
        setCursor: [u => { readout.textContent = u.cursor.idx == null ? '' : settings.readout(u, u.cursor.idx); }],
        setScale: [(u, key) => {
          if (key === 'x' && isTime && !moving && timed.includes(u)) {
            zoom(u.scales.x.min, u.scales.x.max);
          }
        }],
        draw: settings.draw ? [settings.draw] : [],
      },
    };
    const made = new uPlot(options, data, target);
    target.addEventListener('keydown', keys(made, isTime));
    target.addEventListener('blur', () => made.setCursor({left: -10, top: -10}, true, true));
    new ResizeObserver(() => made.setSize({width: target.clientWidth, height: target.clientHeight})).observe(target);
    plots[name] = made;
    if (isTime) {
      widen(made);
      timed.push(made);
      // Double click, uPlot's own way back, knows one chart only.
      made.over.addEventListener('dblclick', () => zoom(...span));
    }
    return made;
  }

  const line = (name, more) => ({stroke: () => colour(name), width: 1.5, points: {show: false}, ...more});
  const filled = (name, alpha, more) => line(name, {fill: () => tint(name, alpha), ...more});

  const tint = (name, alpha) => colour(name).replace('rgb(', 'rgba(').replace(')', ', ' + alpha + ')');

  const at = (u, i) => time(u.data[0][i] * 1e3);
  const beyondZero = (u, min, max) => [Math.min(0, min), Math.max(0, max) || 1e-9];

  // Two curves with times of their own on one axis. A benchmark that moves much more would make a flat line of the account: then it waits
  // until it is asked for.
  function equity() {
    const own = decode(run.equity);
    const other = decode(run.benchmark);
    const range = values => Math.max(...values) - Math.min(...values);
    const shown = range(other[1]) < 4 * range(own[1]);
    const box = byId('hold');
    const made = plot('equity', uPlot.join([own, other]), [
      line('accent', {spanGaps: true}),
      line('benchmark', {width: 1, spanGaps: true, show: shown}),
    ], {
      values: value => compact.format(value),
      readout: (u, i) => at(u, i) + '   ' + last(u, 1, i, value => fixed(value, 2))
          + (box.checked ? '   hold ' + last(u, 2, i, value => fixed(value, 2)) : ''),
    });
    box.checked = shown;
    box.addEventListener('change', () => made && made.setSeries(2, {show: box.checked}));
  }

  function last(u, series, index, format) {
    let i = index;
    while (i > 0 && u.data[series][i] == null) {
      i--;
    }
    return u.data[series][i] == null ? '-' : format(u.data[series][i]);
  }

  const share = value => compact.format(100 * value) + ' %';

  function simple(name, hue, alpha, settings) {
    return plot(name, decode(run[name]), [filled(hue, alpha, settings.line)], {
      readout: (u, i) => at(u, i) + '   ' + settings.text(u.data[1][i]),
      ...settings,
    });
  }

  function distribution() {
    const {first, width, counts} = run.distribution || {counts: []};
    const middles = counts.map((count, i) => first + (i + .5) * width);
    const side = sign => counts.map((count, i) => Math.sign(middles[i]) === sign ? count : null);
    const bars = uPlot.paths.bars({size: [.92, 60], align: 0});
    const body = name => ({stroke: () => colour(name), fill: () => tint(name, .75), width: 0, paths: bars, points: {show: false}});
    return plot('distribution', [middles, side(-1), side(1)], [body('loss'), body('gain')], {
      time: false,
      rangeX: (u, min, max) => [min - width, max + width],
      range: (u, min, max) => [0, Math.max(1, max * 1.05)],
      values: value => compact.format(value),
      valuesX: share,
      readout: (u, i) => percent(first + i * width) + ' to ' + percent(first + (i + 1) * width) + ': ' + counts[i],
    });
  }

  // Entries, exits and the way between them, of the trades that can be told apart.
  let chosen = null;

  function marks(u) {
    const {min, max} = u.scales.x;
    const shown = run.trades.filter(t => t[INSTRUMENT] === chosen && t[LEFT] / 1e3 >= min && t[ENTERED] / 1e3 <= max);
    const ctx = u.ctx;
    const scale = devicePixelRatio;
    const isDense = shown.length > MARKS_MAX;
    const size = (isDense ? 2.5 : 5) * scale;
    ctx.save();
    ctx.beginPath();
    ctx.rect(u.bbox.left, u.bbox.top, u.bbox.width, u.bbox.height);
    ctx.clip();
    ctx.lineWidth = 1.5 * scale;
    for (const t of shown) {
      const x1 = u.valToPos(t[ENTERED] / 1e3, 'x', true);
      const y1 = u.valToPos(t[ENTRY], 'y', true);
      const x2 = u.valToPos(t[LEFT] / 1e3, 'x', true);
      const y2 = u.valToPos(t[EXIT], 'y', true);
      ctx.strokeStyle = ctx.fillStyle = colour(t[PNL] > 0 ? 'gain' : 'loss');
      if (!isDense) {
        stroke(ctx, () => { ctx.moveTo(x1, y1); ctx.lineTo(x2, y2); });
      }
      triangle(ctx, x1, y1, size, t[SIDE]);
      if (!t[OPEN] && !isDense) {
        ctx.fillStyle = colour('page');
        stroke(ctx, () => ctx.arc(x2, y2, size * .7, 0, 2 * Math.PI), true);
      }
    }
    ctx.restore();
  }

  function stroke(ctx, path, isFilled) {
    ctx.beginPath();
    path();
    if (isFilled) {
      ctx.fill();
    }
    ctx.stroke();
  }

  // A long entry points up from below its price, a short one down from above.
  function triangle(ctx, x, y, size, side) {
    ctx.beginPath();
    ctx.moveTo(x, y);
    ctx.lineTo(x - size, y + side * 1.8 * size);
    ctx.lineTo(x + size, y + side * 1.8 * size);
    ctx.fill();
  }

  function price() {
    const select = byId('instrument');
    run.prices.forEach(each => page.option(select, each.id, page.symbol(each.id)));
    if (!run.prices.length) {
      element('price', true);
      return;
    }
    const digits = () => run.instruments[chosen][1];
    const show = id => {
      const curve = run.prices.find(each => each.id === id);
      chosen = id;
      document.querySelector('[data-chart="price"]').setAttribute('aria-label', 'Price of ' + page.symbol(id) + ' with entries and exits');
      return decode(curve);
    };
    const first = run.prices.find(each => run.trades.some(t => t[INSTRUMENT] === each.id)) || run.prices[0];
    select.value = first.id;
    const made = plot('price', show(first.id), [line('quiet', {width: 1.2})], {
      values: value => compact.format(value),
      readout: (u, i) => at(u, i) + '   ' + fixed(u.data[1][i], digits()),
      draw: marks,
    });
    select.addEventListener('change', () => choose(Number(select.value)));
    function choose(id) {
      if (made && id !== chosen) {
        const {min, max} = made.scales.x;
        moving = true;
        made.setData(show(id), false);
        made.setScale('x', {min, max});
        moving = false;
        select.value = id;
      }
    }
    page.showTrade = trade => {
      if (!run.prices.some(each => each.id === trade[INSTRUMENT])) {
        return;
      }
      choose(trade[INSTRUMENT]);
      const around = Math.max((trade[LEFT] - trade[ENTERED]) / 1e3 * 2, (span[1] - span[0]) / 200);
      zoom(Math.max(span[0], trade[ENTERED] / 1e3 - around), Math.min(span[1], trade[LEFT] / 1e3 + around));
      byId('price').scrollIntoView();
      document.querySelector('[data-chart="price"]').focus({preventScroll: true});
    };
  }

  equity();
  simple('drawdown', 'loss', .15, {text: percent, values: share, range: (u, min) => [Math.min(min, -1e-4), 0]});
  simple('exposure', 'accent', .12, {
    text: percent, values: share, range: (u, min, max) => [0, Math.max(max, 1e-4)], line: {width: 1, paths: uPlot.paths.stepped({align: 1})},
  });
  price();
  simple('sharpe', 'accent', 0, {
    text: value => value.toFixed(2), values: value => compact.format(value), range: beyondZero,
  });
  distribution();
  if (timed.length) {
    zoom(...span);
    timed.forEach(u => u.redraw(false, true));
  }

  document.querySelectorAll('.whole').forEach(button => button.addEventListener('click', () => zoom(...span)));
  // Paths keep the colours that they were made with.
  page.onTheme(() => Object.values(plots).forEach(u => u.redraw(true, true)));
  return {plots, columns: {NUMBER, STRATEGY, INSTRUMENT, SIDE, QUANTITY, ENTERED, ENTRY, LEFT, EXIT, PNL, FEES, MAE, MFE, BARS, OPEN}};
})();
