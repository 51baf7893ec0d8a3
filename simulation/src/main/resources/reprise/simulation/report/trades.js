// The table of trades: filtered, sorted, a page at a time.
(() => {
  const {run, byId, fixed, time, option} = page;
  const c = page.charts.columns;
  const [ENTRY_REASON, EXIT_REASON] = [15, 16];
  const ROWS = 25;
  const digits = (trade, which) => run.instruments[trade[c.INSTRUMENT]][which];
  const words = reason => run.reasons[reason].toLowerCase().replaceAll('_', ' ').replaceAll('+', ', ');

  const used = column => [...new Set(run.trades.map(t => t[column]))].sort((a, b) => a - b);

  // A column: its name, what it sorts by, what it shows where that is something else, whether it is text. One that would say the same in
  // every row is left out.
  const columns = [
    {name: 'No.', key: t => t[c.NUMBER]},
    {name: 'Strategy', key: t => page.strategy(t[c.STRATEGY]), isText: true, unless: used(c.STRATEGY).length < 2},
    {name: 'Instrument', key: t => page.symbol(t[c.INSTRUMENT]), isText: true, unless: used(c.INSTRUMENT).length < 2},
    {name: 'Side', key: t => t[c.SIDE] > 0 ? 'long' : 'short', isText: true},
    {name: 'P&L', key: t => t[c.PNL], format: v => fixed(v, 2), isSigned: true},
    {name: 'Entered', key: t => t[c.ENTERED], format: v => time(v, true), isText: true},
    {name: 'Entry price', key: t => t[c.ENTRY], format: (v, t) => fixed(v, digits(t, 1))},
    {name: 'Left', key: t => t[c.LEFT], format: (v, t) => t[c.OPEN] ? 'still open' : time(v, true), isText: true},
    {name: 'Exit price', key: t => t[c.EXIT], format: (v, t) => fixed(v, digits(t, 1))},
    {name: 'Quantity', key: t => t[c.QUANTITY], format: (v, t) => fixed(v, digits(t, 2))},
    {name: 'Fees', key: t => t[c.FEES], format: v => fixed(v, 2)},
    {name: 'MAE', key: t => t[c.MAE], format: v => fixed(v, 2)},
    {name: 'MFE', key: t => t[c.MFE], format: v => fixed(v, 2)},
    {name: 'Bars', key: t => t[c.BARS], format: v => fixed(v, 0)},
    {name: 'Entry by', key: t => words(t[ENTRY_REASON]), isText: true},
    {name: 'Exit by', key: t => words(t[EXIT_REASON]), isText: true},
  ].filter(column => !column.unless);
  let sorted = {column: columns[0], descending: false};
  let first = 0;

  // What a trade can be found by; made once.
  const texts = run.trades.map(t => [
    t[c.NUMBER], page.strategy(t[c.STRATEGY]), page.symbol(t[c.INSTRUMENT]), time(t[c.ENTERED]), time(t[c.LEFT]),
    words(t[ENTRY_REASON]), words(t[EXIT_REASON]),
  ].join(' ').toLowerCase());

  const head = document.querySelector('#trade-table thead tr');
  columns.forEach(column => {
    const cell = document.createElement('th');
    const button = document.createElement('button');
    cell.scope = 'col';
    cell.className = column.isText ? '' : 'num';
    button.type = 'button';
    button.textContent = column.name;
    button.addEventListener('click', () => {
      sorted = {column, descending: sorted.column === column ? !sorted.descending : Boolean(column.isSigned)};
      first = 0;
      draw();
    });
    cell.append(button);
    head.append(cell);
  });

  used(c.STRATEGY).forEach(id => option(byId('of-strategy'), id, page.strategy(id)));
  used(c.INSTRUMENT).forEach(id => option(byId('of-instrument'), id, page.symbol(id)));

  function matches(t, text) {
    const result = byId('of-result').value;
    const is = (id, column) => byId(id).value === '' || Number(byId(id).value) === t[column];
    return is('of-strategy', c.STRATEGY) && is('of-instrument', c.INSTRUMENT) && is('of-side', c.SIDE)
        && (result === '' || (result === 'open' ? t[c.OPEN] : !t[c.OPEN] && (result === 'won' ? t[c.PNL] > 0 : t[c.PNL] < 0)))
        && byId('find').value.toLowerCase().split(/\s+/).every(word => text.includes(word));
  }

  function compare(a, b) {
    const [x, y] = [a, b].map(sorted.column.key);
    const order = typeof x === 'string' ? x.localeCompare(y, 'en') : x - y;
    return (sorted.descending ? -order : order) || a[c.NUMBER] - b[c.NUMBER];
  }

  function row(t) {
    const tr = document.createElement('tr');
    columns.forEach((column, i) => {
      const td = tr.insertCell();
      const value = column.key(t);
      const text = column.format ? column.format(value, t) : value;
      td.className = column.isText ? '' : column.isSigned && value ? 'num ' + (value > 0 ? 'gain' : 'loss') : 'num';
      td.append(i === 0 ? toChart(t, text) : text);
    });
    return tr;
  }

  function toChart(t, text) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = text;
    button.title = 'Show in the price chart';
    button.setAttribute('aria-label', 'Show trade ' + text + ' in the price chart');
    button.addEventListener('click', () => page.showTrade && page.showTrade(t));
    return button;
  }

  function draw() {
    const found = run.trades.filter((t, i) => matches(t, texts[i])).sort(compare);
    first = Math.max(0, Math.min(first, found.length - 1));
    first -= first % ROWS;
    const shown = found.slice(first, first + ROWS);
    document.querySelector('#trade-table tbody').replaceChildren(...shown.map(row));
    [...head.cells].forEach((cell, i) => {
      if (columns[i] === sorted.column) {
        cell.setAttribute('aria-sort', sorted.descending ? 'descending' : 'ascending');
      } else {
        cell.removeAttribute('aria-sort');
      }
    });
    byId('trade-count').textContent = fixed(found.length, 0) + (found.length === run.trades.length ? ' trades' : ' of '
        + fixed(run.trades.length, 0) + ' trades');
    byId('page').textContent = found.length ? (first + 1) + ' to ' + (first + shown.length) + ' of ' + found.length : 'none';
    byId('previous').disabled = first === 0;
    byId('next').disabled = first + ROWS >= found.length;
  }

  const turn = rows => () => { first += rows; draw(); };
  byId('previous').addEventListener('click', turn(-ROWS));
  byId('next').addEventListener('click', turn(ROWS));
  const filter = byId('filter');
  filter.addEventListener('input', () => { first = 0; draw(); });
  filter.addEventListener('submit', event => event.preventDefault());
  filter.addEventListener('reset', () => setTimeout(draw));
  draw();
})();
