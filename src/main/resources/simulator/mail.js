// The units' mailboxes: what each got by mail, over the same JSON that a script can use.
import {chinese, fetchJson, get, make, sayAll, sending, time, turnRows} from './page.js';
import words from './mail-words.js';

const say = words[chinese ? 'zh' : 'en'];
const MOST_SHOWN = 200;

let units = [];
let code = location.hash.slice(1);
let drawn = '';

const chosen = () => units.find(unit => unit.unit === code);

function showUnits() {
  const sought = get('search').value.trim().toLowerCase();
  const found = units.filter(unit => `${unit.name} ${unit.unit}`.toLowerCase().includes(sought));
  const rows = found.slice(0, MOST_SHOWN).map(unit => {
    const button = make('button', unit.unit === code ? 'chosen' : '', make('strong', '', unit.name),
      make('span', '', unit.unit), unit.mails ? make('span', 'count', String(unit.mails)) : null);
    button.type = 'button';
    button.dataset.unit = unit.unit;
    button.onclick = () => choose(unit.unit);
    return make('li', '', button);
  });
  get('units').replaceChildren(...rows.length ? rows : [make('li', 'quiet', say.nobody)]);
  get('unit').textContent = chosen() ? chosen().name : say.title;
  get('mailbox').textContent = chosen() ? chosen().mailbox || say.noMailbox : '';
}

function file(mail, name, place) {
  const link = make('a', '', name);
  link.href = `/simulator/api/mails/${mail.id}/files/${place}`;
  link.target = '_blank';
  link.rel = 'noopener';
  return link;
}

function showMails(mails) {
  const state = JSON.stringify([code, mails]);
  if (state === drawn) {
    return;
  }
  drawn = state;
  const rows = mails.map(mail => make('li', '', make('strong', '', mail.subject),
    make('div', 'about', `${mail.from} · ${time(mail.at)}`), make('div', 'text', mail.text.trim()),
    make('div', 'files', ...mail.files.map((name, place) => file(mail, name, place)))));
  get('mails').replaceChildren(...rows.length ? rows : [make('li', 'quiet', chosen() ? say.empty : say.choose)]);
}

function showTurns(turns) {
  const rows = turnRows(say, turns);
  get('turns').replaceChildren(...rows.length ? rows : [make('li', 'quiet', chosen() ? say.noTurns : say.choose)]);
}

function choose(unit) {
  code = unit;
  history.replaceState(null, '', '#' + unit);
  return refresh();
}

async function refresh() {
  try {
    units = await fetchJson('mailboxes');
    showUnits();
    const asked = chosen();
    const [mails, turns] = asked
      ? await Promise.all([
        asked.mailbox ? fetchJson('mails?mailbox=' + encodeURIComponent(asked.mailbox)) : [],
        fetchJson('desks?unit=' + asked.unit)])
      : [[], []];
    if (asked === chosen()) {
      showMails(mails);
      showTurns(turns);
    }
    await showAnswers();
    get('failure').textContent = '';
  } catch (offline) {
    get('failure').textContent = say.offline;
  }
}

async function loadMood() {
  get('post').mood.value = (await fetchJson('post')).mood;
}

async function saveMood() {
  try {
    await fetchJson('post', sending('PUT', {mood: get('post').mood.value}));
    get('postState').textContent = say.saved;
  } catch (refused) {
    get('postState').textContent = say.notSaved;
  }
}

// A letter to the centre, and what comes back to its writer.
async function writeLetter() {
  const form = get('letter');
  const written = {from: form.elements.from.value, subject: form.elements.subject.value, text: form.elements.text.value};
  try {
    const taken = await fetchJson('letters', sending('POST', written));
    get('letterState').textContent = taken.aside ? say.letterAside : say.letterTaken;
    form.elements.text.value = '';
  } catch (refused) {
    get('letterState').textContent = say.notSaved;
  }
}

async function showAnswers() {
  const from = get('letter').elements.from;
  const mails = from.validity.valid ? await fetchJson('mails?mailbox=' + encodeURIComponent(from.value)) : [];
  get('answers').replaceChildren(...mails.map(mail => make('li', '', make('strong', '', mail.subject),
    make('div', 'text', mail.text.trim()))));
}

sayAll(say);
get('search').placeholder = say.search;
get('search').oninput = showUnits;
get('post').onsubmit = event => event.preventDefault();
get('post').onchange = saveMood;
get('letter').onsubmit = event => {
  event.preventDefault();
  writeLetter();
};
refresh();
loadMood().catch(() => {
  get('failure').textContent = say.offline;
});
setInterval(() => document.hidden || refresh(), 3000);
