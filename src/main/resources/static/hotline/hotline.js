// How the hotlines are answered, as the JSON beside this page tells it. What arrives is set as text, never as HTML.
import words from './words.js';
import {filled, make} from '/page.js';
import {logOut, token} from '/token.js';

const chinese = navigator.language.toLowerCase().startsWith('zh');
const say = words[chinese ? 'zh' : 'en'];
const api = '/hotline/api';
const get = id => document.getElementById(id);
// GB/T 33358.
const NORM = 95;

let drawn = '';

const number = value => value.toLocaleString(chinese ? 'zh-CN' : 'en-GB');
const date = day => new Date(day + 'T12:00:00+08:00').toLocaleDateString(chinese ? 'zh-CN' : 'en-GB',
  {timeZone: 'Asia/Shanghai', weekday: 'short', day: 'numeric', month: 'short', year: 'numeric'});
const clock = seconds => seconds === undefined ? '–'
  : `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

function rate(name, part, whole, legend) {
  if (whole === 0) {
    return make('div', 'rate', make('div', 'head', make('span', '', name), make('span', 'figure none', '–')),
      make('div', 'bar'), make('p', 'legend', say.noCall));
  }
  const percent = 100 * part / whole;
  const below = percent < NORM;
  const piece = make('i', below ? 'below' : 'met');
  piece.style.width = `${percent}%`;
  const norm = make('b', 'norm', '');
  norm.style.left = `${NORM}%`;
  return make('div', 'rate',
    make('div', 'head', make('span', '', name), make('span', below ? 'figure below' : 'figure', `${percent.toFixed(1)} %`)),
    make('div', 'bar', piece, norm),
    make('p', 'legend', filled(legend, number(part), number(whole)), below ? make('em', '', ' · ' + say.below) : null));
}

// Of those who gave up on a day, whoever was spoken to since; a number that is withheld is rung back by nobody.
function rungBack(waited) {
  const percent = `${Math.round(100 * waited.spokenTo / waited.calls)} %`;
  return [['rungBack', filled(say.rungBackOf, number(waited.spokenTo), number(waited.calls), percent)],
    ['toRingBack', number(waited.open)]];
}

// Whoever is being rung is neither connected nor given up yet.
function hotline(day, waited) {
  const decided = day.calls - day.ringing;
  const counts = [['calls', number(day.calls)], ['givenUp', number(day.givenUp)], ['ringing', number(day.ringing)],
    ['meanRing', clock(day.meanRingSeconds)], ['meanTalk', clock(day.meanTalkSeconds)],
    ...(day.hotline === 'PUBLIC' && waited ? rungBack(waited) : [])];
  return make('section', 'line', make('h3', '', say[day.hotline]),
    make('div', 'rates', rate(say.connected, day.connected, decided, say.connectedOf),
      rate(say.inTime, day.inTime, decided, say.inTimeOf)),
    make('dl', 'counts', ...counts.map(([what, figure]) =>
      make('div', figure === '0' ? 'zero' : '', make('dt', '', say[what]), make('dd', '', figure)))));
}

function show(overview) {
  const state = JSON.stringify(overview);
  if (state === drawn) {
    return;
  }
  drawn = state;
  const days = overview.days || [];
  const byDay = Map.groupBy ? Map.groupBy(days, day => day.day) : grouped(days);
  const waited = new Map((overview.rungBack || []).map(one => [one.day, one]));
  get('days').replaceChildren(...[...byDay].map(([day, lines]) =>
    make('li', 'day', make('h2', '', date(day)), ...lines.map(line => hotline(line, waited.get(day))))));
  get('notConnected').hidden = overview.connected;
  get('telephone').hidden = false;
  get('others').hidden = !overview.placesOthers;
  if (document.activeElement !== get('extension')) {
    get('extension').value = overview.extension || '';
  }
  get('empty').hidden = !overview.days || days.length > 0;
  if (overview.days && days.length === 0) {
    sayInstead('empty', '/camunda/app/tasklist/');
  }
}

function grouped(days) {
  const found = new Map();
  days.forEach(day => found.set(day.day, [...(found.get(day.day) || []), day]));
  return found;
}

function sayInstead(what, door) {
  const [title, lead, link] = get('empty').children;
  title.textContent = say[what + 'Title'];
  lead.textContent = say[what + 'Lead'];
  link.textContent = say[what + 'Door'];
  link.href = door;
  get('empty').hidden = false;
}

async function place(wanted, status) {
  status.textContent = '';
  const answer = await fetch(api + '/extension', {
    method: 'POST',
    headers: {'Content-Type': 'application/json', Accept: 'application/json', ...token()},
    body: JSON.stringify(wanted)
  }).catch(() => null);
  const told = answer ? await answer.json().catch(() => ({})) : {};
  status.textContent = answer && answer.ok ? say.saved : [say.notSaved, told.detail].filter(Boolean).join(' ');
}

// For an administrator: whoever has this login, and where their telephone stands.
async function look() {
  const answer = await fetch(`${api}/extension?user=${encodeURIComponent(get('login').value.trim())}`,
    {headers: {Accept: 'application/json'}}).catch(() => null);
  const found = answer && answer.ok ? await answer.json() : null;
  get('place').hidden = !found;
  get('placed').textContent = '';
  get('notFound').textContent = found ? '' : answer && answer.status === 404 ? say.nobody : say.offline;
  if (found) {
    get('place').dataset.user = found.user;
    get('place').querySelector('label').textContent = [found.name, found.unit].filter(Boolean).join(' · ');
    get('theirs').value = found.extension || '';
    get('theirs').focus();
  }
}

async function refresh() {
  try {
    const answer = await fetch(api, {headers: {Accept: 'application/json'}});
    get('failure').hidden = true;
    if (answer.status === 401) {
      drawn = '';
      get('days').replaceChildren();
      get('telephone').hidden = true;
      get('others').hidden = true;
      sayInstead('login', '/login?to=/hotline');
    } else if (answer.ok) {
      show(await answer.json());
    } else {
      throw new Error(`the hotline answered ${answer.status}`);
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
get('telephone').querySelector('form').onsubmit = event => {
  event.preventDefault();
  place({extension: get('extension').value}, get('saved'));
};
get('look').onsubmit = event => {
  event.preventDefault();
  look();
};
get('place').onsubmit = event => {
  event.preventDefault();
  place({user: get('place').dataset.user, extension: get('theirs').value}, get('placed'));
};

refresh();
setInterval(() => document.hidden || refresh(), 5000);
