// The links and the letter box, as the JSON beside this page tells them. What arrives is set as text, never as HTML.
import words from './words.js';
import {filled, make} from '/page.js';
import {logOut} from '/token.js';

const chinese = navigator.language.toLowerCase().startsWith('zh');
const locale = chinese ? 'zh-CN' : 'en-GB';
const say = words[chinese ? 'zh' : 'en'];
const get = id => document.getElementById(id);
const ENOUGH = 0.8;

let drawn = '';

const number = (value, digits = 0) => value.toLocaleString(locale, {minimumFractionDigits: digits, maximumFractionDigits: digits});
// The centre's time, wherever the browser is.
const time = instant => new Date(instant).toLocaleString(locale,
  {timeZone: 'Asia/Shanghai', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit'});
const money = spent => spent.cost === undefined ? null
  : spent.cost.toLocaleString(locale, {style: 'currency', currency: spent.currency});

function rate(name, share, lowIsBad) {
  if (share === undefined) {
    return make('div', 'rate', make('div', 'head', make('span', '', name), make('span', 'figure none', '–')), make('div', 'bar'));
  }
  const filledPart = make('i', '');
  filledPart.style.width = `${100 * share}%`;
  const bar = make('div', lowIsBad && share < ENOUGH ? 'bar low' : 'bar', filledPart);
  return make('div', 'rate',
    make('div', 'head', make('span', '', name), make('span', 'figure', `${number(100 * share, 1)} %`)), bar);
}

const count = (name, value, tone) => make('div', tone || '', make('dt', '', name), make('dd', '', value));

const worry = (name, value) => count(name, number(value), value > 0 ? 'warn' : 'zero');

// Without a price, how many parts there were.
function spent(span, what) {
  const cost = money(what);
  return cost ? count(say['spent.' + span], cost) : count(say['parts.' + span], number(what.parts));
}

function state(link) {
  const known = link.up === undefined ? 'gone' : link.up ? 'up' : 'down';
  return make('span', 'badge ' + known, say[known]);
}

function card(link) {
  const element = make('li', 'link',
    make('header', '', make('h2', '', link.link), state(link),
      make('span', 'when', filled(say.now, number(link.messagesASecond, 1), number(link.partsASecond, 1)))),
    link.silent ? make('p', 'note', say.silent) : null,
    make('div', 'rates', rate(say.reportRate, link.reportRate, true), rate(say.reportRateOfDay, link.reportRateOfDay, true),
      rate(say.deliveredShare, link.deliveredShare, true)),
    make('dl', 'counts', count(say.accepted, number(link.day.accepted)), count(say.parts, number(link.day.parts)),
      worry(say.refused, link.day.refused), worry(say.unanswered, link.day.unanswered),
      spent('today', link.today), spent('month', link.month)));
  element.dataset.link = link.link;
  return element;
}

function letterBox(box) {
  const standing = box.awaySince ? 'down' : box.readAt ? 'up' : 'gone';
  const when = box.awaySince ? filled(say.boxAway, time(box.awaySince)) : box.readAt ? filled(say.boxRead, time(box.readAt)) : say.boxNever;
  const aside = Object.entries(box.aside).map(([why, many]) => count(say['aside.' + why], number(many)));
  get('letters').replaceChildren(
    make('header', '', make('h2', '', say.letterBox), make('span', 'badge ' + standing, say['box.' + standing]), make('span', 'when', when)),
    aside.length ? make('p', 'quiet', filled(say.asideLead, box.folder)) : '',
    make('dl', 'counts', count(say.lettersTaken, number(box.taken)), ...aside));
  get('letters').hidden = !box.named;
}

function show(overview) {
  const told = JSON.stringify(overview);
  if (told === drawn) {
    return;
  }
  drawn = told;
  get('links').replaceChildren(...overview.links.map(card));
  letterBox(overview.letters);
  get('empty').hidden = overview.links.length > 0;
  if (overview.links.length === 0) {
    sayInstead('none', '/camunda/app/tasklist/');
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

async function refresh() {
  try {
    const answer = await fetch('/channel/api/links');
    get('failure').hidden = true;
    if (answer.status === 401 || answer.status === 403) {
      drawn = '';
      get('links').replaceChildren();
      get('letters').hidden = true;
      answer.status === 401 ? sayInstead('login', '/login?to=/channel/links') : sayInstead('others', '/camunda/app/tasklist/');
    } else if (answer.ok) {
      show(await answer.json());
    } else {
      throw new Error(`links answered ${answer.status}`);
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

refresh();
setInterval(() => document.hidden || refresh(), 5000);
