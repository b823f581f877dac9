// The pocket phone: reads and writes what a citizen's phone would, over the same JSON that a script can use.
// What arrives is set as text, never as HTML.
import {chinese, fetchJson, get, make, sayAll, sending, time, turnRows} from './page.js';
import words from './words.js';

const say = words[chinese ? 'zh' : 'en'];
const MOST_SHOWN = 200;

let citizens = [];
let phone = decodeURIComponent(location.hash.slice(1)) || null;
let messages = [];
let answering = null;
let drawn = '';

function showCitizens() {
  const sought = get('search').value.trim().toLowerCase();
  const found = citizens.filter(citizen => `${citizen.name} ${citizen.phone}`.toLowerCase().includes(sought));
  const rows = found.slice(0, MOST_SHOWN).map(citizen => {
    const unread = citizen.messages ? make('span', 'count', String(citizen.messages)) : null;
    const button = make('button', citizen.phone === phone ? 'chosen' : '', make('strong', '', citizen.name),
      make('span', '', citizen.phone), unread);
    button.type = 'button';
    button.dataset.phone = citizen.phone;
    button.onclick = () => choose(citizen.phone);
    return make('li', '', button);
  });
  if (rows.length === 0) {
    rows.push(make('li', 'quiet', citizens.length === 0 ? say.noCitizens : say.nobody));
  }
  get('citizens').replaceChildren(...rows);
}

function showThread() {
  const state = JSON.stringify([phone, messages, answering]);
  if (state === drawn) {
    return;
  }
  drawn = state;
  const thread = get('thread');
  const bubbles = messages.map(message => {
    const mine = message.direction === 'IN';
    const bubble = make('li', mine ? 'mine' : 'theirs', make('div', 'from', mine ? message.to : message.from),
      make('div', 'text', message.text),
      make('div', 'at', [time(message.at), message.state && say[message.state.toLowerCase()]].filter(Boolean).join(' · ')));
    if (message.page) {
      const page = make('a', 'page', say.page);
      page.href = message.page;
      page.target = '_blank';
      page.rel = 'noopener';
      bubble.append(page);
    }
    if (!mine) {
      bubble.tabIndex = 0;
      bubble.classList.toggle('answered', message.from === answering);
      bubble.onclick = () => answer(message.from);
    }
    return bubble;
  });
  if (bubbles.length === 0) {
    bubbles.push(make('li', 'quiet', phone ? say.empty : say.choose));
  }
  thread.replaceChildren(...bubbles);
  thread.scrollTop = thread.scrollHeight;
  get('answering').textContent = answering ? say.answering.replace('{0}', answering) : '';
  get('reply').classList.toggle('idle', !phone || !answering);
  const citizen = citizens.find(one => one.phone === phone);
  get('owner').textContent = citizen ? citizen.name : say.title;
  get('number').textContent = phone || '';
}

function showTurns(turns) {
  const rows = turnRows(say, turns);
  if (rows.length === 0) {
    rows.push(make('li', 'quiet', phone ? say.noTurns : say.choose));
  }
  const state = rows.map(row => row.textContent).join();
  if (state !== get('turns').dataset.shown) {
    get('turns').dataset.shown = state;
    get('turns').replaceChildren(...rows);
  }
}

function answer(sender) {
  answering = sender;
  showThread();
  get('text').focus();
}

function choose(number) {
  phone = number;
  history.replaceState(null, '', '#' + encodeURIComponent(number));
  messages = [];
  answering = null;
  get('failure').textContent = '';
  showCitizens();
  return refresh();
}

async function refresh() {
  if (!phone) {
    showThread();
    showTurns([]);
    return;
  }
  const asked = phone;
  try {
    const whose = '?phone=' + encodeURIComponent(asked);
    const [arrived, turns] = await Promise.all([fetchJson('messages' + whose), fetchJson('turns' + whose)]);
    if (asked !== phone) {
      return;
    }
    showTurns(turns);
    const before = messages.length;
    messages = arrived.sort((one, other) => new Date(one.at) - new Date(other.at));
    const last = messages.filter(message => message.direction === 'OUT').pop();
    if (last && (messages.length !== before || !answering)) {
      answering = last.from;
    }
    if (get('failure').textContent === say.offline) {
      get('failure').textContent = '';
    }
    showThread();
  } catch (offline) {
    get('failure').textContent = say.offline;
  }
}

async function send(text) {
  if (!phone || !text.trim()) {
    return;
  }
  try {
    await fetchJson('messages', sending('POST', {phone, text: text.trim(), to: answering}));
    get('text').value = '';
    get('failure').textContent = '';
    await refresh();
  } catch (refused) {
    get('failure').textContent = say.notSent;
  }
}

function operatorMood() {
  const form = get('operator');
  return {
    delaySeconds: Math.max(0, Number(form.delaySeconds.value) || 0),
    loseReports: form.loseReports.checked,
    noAnswer: form.noAnswer.checked,
    doubleReports: form.doubleReports.checked
  };
}

async function saveOperator() {
  try {
    await fetchJson('operator', sending('PUT', operatorMood()));
    get('operatorState').textContent = say.saved;
  } catch (refused) {
    get('operatorState').textContent = say.notSaved;
  }
}

async function loadCitizens() {
  citizens = await fetchJson('phones');
  showCitizens();
}

async function loadOperator() {
  const mood = await fetchJson('operator');
  const form = get('operator');
  form.delaySeconds.value = mood.delaySeconds;
  for (const name of ['loseReports', 'noAnswer', 'doubleReports']) {
    form[name].checked = mood[name] === true;
  }
}

sayAll(say);
document.querySelectorAll('.quick button').forEach(button => {
  button.onclick = () => send(button.dataset.text + (get('text').value ? ' ' + get('text').value : ''));
});
get('search').placeholder = say.search;
get('search').oninput = showCitizens;
get('text').placeholder = say.write;
get('reply').onsubmit = event => {
  event.preventDefault();
  send(get('text').value);
};
get('operator').onsubmit = event => event.preventDefault();
get('operator').onchange = saveOperator;

showThread();
const stumbled = () => {
  get('failure').textContent = say.offline;
};
loadCitizens().then(refresh).catch(stumbled);
loadOperator().catch(stumbled);
setInterval(() => document.hidden || refresh(), 2000);
setInterval(() => document.hidden || loadCitizens().catch(stumbled), 10000);
