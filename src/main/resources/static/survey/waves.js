// The waves, as the JSON beside this page tells them. What arrives is set as text, never as HTML.
import words from './words.js';
import {filled, make} from '/page.js';
import {logOut, token} from '/token.js';

const chinese = navigator.language.toLowerCase().startsWith('zh');
const say = words[chinese ? 'zh' : 'en'];
const api = '/survey/api/waves';
const get = id => document.getElementById(id);
const STOPPABLE = ['PLANNED', 'HELD', 'SENT', 'REMINDED'];

let drawn = '';
let chosen = null;
const unfolded = new Set();

const number = value => value.toLocaleString(chinese ? 'zh-CN' : 'en-GB');
// The centre's time, wherever the browser is.
const date = (value, form) => new Date(value).toLocaleString(chinese ? 'zh-CN' : 'en-GB',
  {timeZone: 'Asia/Shanghai', ...form});
const day = wave => date(wave.day + 'T12:00:00+08:00', {weekday: 'short', day: 'numeric', month: 'short', year: 'numeric'});
const time = instant => date(instant, {day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit'});

function bar(whole, ...parts) {
  return make('div', 'bar', ...parts.filter(([, part]) => part > 0).map(([kind, part]) => {
    const piece = make('i', kind);
    piece.style.width = `${100 * part / whole}%`;
    return piece;
  }));
}

function rate(name, percent, drawnBar, legend) {
  const figure = percent === null ? make('span', 'figure none', '–')
    : make('span', 'figure', `${percent.toFixed(1)} %`);
  return make('div', 'rate', make('div', 'head', make('span', '', name), figure), drawnBar, legend);
}

function responseRate(wave) {
  const asked = wave.asked - wave.withdrawn;
  if (!wave.sentAt || asked === 0) {
    return rate(say.responseRate, null, bar(1), make('p', 'legend', say.nobodyAsked));
  }
  return rate(say.responseRate, wave.responseRate, bar(asked, ['answered', wave.answered]),
    make('p', 'legend', filled(say.ofAsked, number(wave.answered), number(asked))));
}

function satisfaction(wave) {
  const kinds = ['satisfied', 'half', 'dissatisfied'];
  if (wave.answered === 0) {
    return rate(say.satisfaction, null, bar(1), make('p', 'legend', say.nobodyAnswered));
  }
  const legend = make('p', 'legend bar-legend', ...kinds.map(kind => {
    const dot = make('i', '');
    dot.style.background = getComputedStyle(document.documentElement)
      .getPropertyValue({satisfied: '--green', half: '--amber', dissatisfied: '--red'}[kind]);
    return make('span', '', dot, make('b', '', number(wave[kind])), ' ' + say[kind]);
  }));
  return rate(say.satisfaction, wave.satisfactionRate, bar(wave.answered, ...kinds.map(kind => [kind, wave[kind]])),
    legend);
}

function counts(wave) {
  const worries = ['undelivered', 'unknown'];
  return make('dl', 'counts', ...['contacts', 'asked', 'delivered', 'open', 'silent', 'undelivered', 'unknown',
    'withdrawn', 'phoned'].map(kind => {
    const tone = wave[kind] === 0 ? 'zero' : worries.includes(kind) ? 'warn' : '';
    return make('div', tone, make('dt', '', say[kind]), make('dd', '', number(wave[kind])));
  }));
}

function exclusions(wave) {
  if (wave.excluded === 0) {
    return null;
  }
  const list = make('ul', '', ...Object.entries(wave.exclusions).map(([reason, contacts]) =>
    make('li', '', make('b', '', number(contacts)), ' ' + reason)));
  const details = make('details', '', make('summary', '', filled(say.excluded, number(wave.excluded))), list);
  details.open = unfolded.has(wave.id);
  details.ontoggle = () => details.open ? unfolded.add(wave.id) : unfolded.delete(wave.id);
  return details;
}

function when(wave) {
  if (!wave.sentAt) {
    return say.notSent;
  }
  return wave.closedAt ? filled(say.closedAt, time(wave.sentAt), time(wave.closedAt))
    : filled(say.sentAt, time(wave.sentAt), time(wave.closesAt));
}

function note(wave) {
  if (wave.stopped) {
    return make('p', 'note', filled(say.stoppedBy, time(wave.stopped.at), wave.stopped.by, wave.stopped.reason));
  }
  if (wave.judged) {
    return make('p', 'note', filled(wave.state === 'WITHDRAWN' ? say.withdrawnBy : say.releasedBy,
      wave.unusual, wave.judged.by, wave.judged.reason));
  }
  return wave.state === 'HELD' && wave.unusual ? make('p', 'note', filled(say.unusual, wave.unusual)) : null;
}

function card(wave, mayStop) {
  let button = null;
  if (mayStop && STOPPABLE.includes(wave.state)) {
    button = make('button', 'danger', say.stopThis);
    button.type = 'button';
    button.onclick = () => askToStop(wave);
  }
  const element = make('li', 'wave',
    make('header', '', make('h2', '', day(wave)), make('span', 'badge ' + wave.state, say['state.' + wave.state]),
      make('span', 'when', when(wave)), button),
    note(wave), make('div', 'rates', responseRate(wave), satisfaction(wave)), counts(wave), exclusions(wave));
  element.dataset.wave = wave.id;
  return element;
}

function show(overview) {
  const state = JSON.stringify(overview);
  if (state === drawn) {
    return;
  }
  drawn = state;
  get('waves').replaceChildren(...overview.waves.map(wave => card(wave, overview.mayStop)));
  get('empty').hidden = overview.waves.length > 0;
  if (overview.waves.length === 0) {
    sayInstead('empty', '/camunda/app/tasklist/');
  }
}

function sayInstead(what, door) {
  const [title, lead, link] = get('empty').children;
  title.textContent = say[what + 'Title'];
  lead.textContent = say[what + 'Lead'];
  link.textContent = say[what + 'Door'];
  link.href = door;
  get('empty').hidden = false;
}

function askToStop(wave) {
  chosen = wave;
  get('stopTitle').textContent = filled(say.stopTitle, day(wave));
  get('reason').value = '';
  get('refusal').textContent = '';
  get('stopping').showModal();
  get('reason').focus();
}

async function stop() {
  get('stop').disabled = true;
  try {
    const answer = await fetch(`${api}/${chosen.id}/stop`, {
      method: 'POST',
      headers: {'Content-Type': 'application/json', ...token()},
      body: JSON.stringify({reason: get('reason').value})
    });
    if (!answer.ok) {
      get('refusal').textContent = say.notStopped;
      return;
    }
    get('stopping').close();
    await refresh();
  } catch (offline) {
    get('refusal').textContent = say.offline;
  } finally {
    get('stop').disabled = false;
  }
}

async function refresh() {
  try {
    const answer = await fetch(api);
    get('failure').hidden = true;
    if (answer.status === 401 || answer.status === 403) {
      drawn = '';
      get('waves').replaceChildren();
      answer.status === 401 ? sayInstead('login', '/login?to=/survey/waves') : sayInstead('others', '/camunda/app/tasklist/');
    } else if (answer.ok) {
      show(await answer.json());
    } else {
      throw new Error(`waves answered ${answer.status}`);
    }
  } catch (offline) {
    get('failure').textContent = say.offline;
    get('failure').hidden = false;
  }
}

document.documentElement.lang = chinese ? 'zh' : 'en';
document.title = `Minyi 民意 · ${say.title}`;
document.querySelectorAll('[data-say]').forEach(element => {
  element.textContent = say[element.dataset.say];
});
get('logOut').onclick = logOut;
get('keep').onclick = () => get('stopping').close();
get('stopping').querySelector('form').onsubmit = event => {
  event.preventDefault();
  stop();
};

refresh();
setInterval(() => document.hidden || get('stopping').open || refresh(), 5000);
