'use strict';
// Theme, printing, copying, and what charts and the table share. Figures come from the run; nothing is computed here but places on the screen.
const page = (() => {
  const root = document.documentElement;
  const run = JSON.parse(document.getElementById('run').textContent);
  const listeners = [];
  const byId = id => document.getElementById(id);
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const KEY = 'reprise-theme';

  const isDark = () => (root.dataset.theme || (dark.matches ? 'dark' : 'light')) === 'dark';

  function changed() {
    byId('theme').textContent = isDark() ? 'Light' : 'Dark';
    byId('theme').setAttribute('aria-pressed', String(isDark()));
    byId('theme').setAttribute('aria-label', 'Switch to ' + (isDark() ? 'light' : 'dark') + ' colours');
    listeners.forEach(listener => listener());
  }

  // A page that was opened from a file may have no storage.
  function stored(value) {
    try {
      if (value) {
        localStorage.setItem(KEY, value);
      }
      return localStorage.getItem(KEY);
    } catch (e) {
      return null;
    }
  }

  function show(theme) {
    if (theme) {
      root.dataset.theme = theme;
    } else {
      delete root.dataset.theme;
    }
    changed();
  }

  byId('theme').addEventListener('click', () => {
    const theme = isDark() ? 'light' : 'dark';
    stored(theme);
    show(theme);
  });
  dark.addEventListener('change', changed);
  byId('print').addEventListener('click', () => print());

  // Paper is white.
  let onScreen = null;
  addEventListener('beforeprint', () => {
    onScreen = root.dataset.theme || null;
    show('light');
  });
  addEventListener('afterprint', () => show(onScreen));

  byId('copy').addEventListener('click', async () => {
    const command = byId('command');
    try {
      await navigator.clipboard.writeText(command.textContent);
    } catch (e) {
      getSelection().selectAllChildren(command);
      document.execCommand('copy');
    }
    byId('copy').textContent = 'Copied';
    setTimeout(() => { byId('copy').textContent = 'Copy'; }, 2000);
  });

  // Canvases know no variables: an element that nobody sees is asked what a colour is at the moment, as rgb(r, g, b).
  const probe = document.createElement('span');
  probe.hidden = true;
  document.body.append(probe);
  function colour(name) {
    probe.style.color = 'var(--' + name + ')';
    return getComputedStyle(probe).color;
  }

  root.classList.add('scripted');
  show(stored());

  const pad = (n, width = 2) => String(n).padStart(width, '0');
  return {
    run,
    byId,
    onTheme: listener => listeners.push(listener),
    colour,
    fixed: (value, digits) => value.toLocaleString('en-US', {minimumFractionDigits: digits, maximumFractionDigits: digits}),
    percent: value => (100 * value).toFixed(2) + ' %',
    time: (ms, seconds) => {
      const d = new Date(ms);
      return d.getUTCFullYear() + '-' + pad(d.getUTCMonth() + 1) + '-' + pad(d.getUTCDate()) + ' ' + pad(d.getUTCHours()) + ':'
          + pad(d.getUTCMinutes()) + (seconds && d.getUTCSeconds() ? ':' + pad(d.getUTCSeconds()) : '');
    },
    strategy: id => id === 0 ? '(operator)' : run.strategies[id - 1],
    symbol: id => run.instruments[id][0],
    option: (select, value, text) => {
      const option = document.createElement('option');
      option.value = value;
      option.textContent = text;
      select.append(option);
    },
  };
})();
