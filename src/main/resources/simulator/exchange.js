// The city hotline: what it hands over and hears back, over the same JSON that a script can use.
import {chinese, fetchJson, get, make, sayAll, sending, time, turnRows} from './page.js';
import words from './exchange-words.js';

const say = words[chinese ? 'zh' : 'en'];
const CHOICES = {
  'return-verdict.verdict': ['UPHELD', 'REFUSED'],
  'extension-verdict.verdict': ['GRANTED', 'REFUSED'],
  'suspension-verdict.verdict': ['GRANTED', 'REFUSED'],
  'call-back-result.answer': ['SATISFIED', 'HALF', 'DISSATISFIED', 'REFUSED', 'UNREACHABLE'],
  'close.outcome': ['SETTLED', 'TAKEN_BACK']
};

let kinds = [];
let matters = [];
let reference = location.hash.slice(1);
let drawn = '';

const named = kind => say['kind.' + kind] || kind;

function showMatters() {
  const rows = matters.map(matter => {
    const button = make('button', matter.reference === reference ? 'chosen' : '',
      make('strong', '', matter.reference), make('span', '', time(matter.latest)),
      make('span', 'count', String(matter.messages)));
    button.type = 'button';
    button.dataset.reference = matter.reference;
    button.onclick = () => choose(matter.reference);
    return make('li', '', button);
  });
  get('matters').replaceChildren(...rows.length ? rows : [make('li', 'quiet', say.nothing)]);
  get('matter').textContent = reference || say.title;
  get('say').hidden = !reference;
}

function told(body) {
  return Object.entries(body).map(([name, value]) => `${say['field.' + name] || name}: ${value}`).join('\n');
}

function row(message) {
  const about = [message.direction === 'OUT' ? say.said : say.heard, `${say.number} ${message.sequence}`, time(message.at)];
  if (message.times > 1) {
    about.push(say.times.replace('{0}', message.times));
  }
  if (message.direction === 'OUT') {
    about.push(message.answer ? say.answered.replace('{0}', message.answer) : say.unanswered);
  }
  const again = make('button', '', say.again);
  again.type = 'button';
  again.onclick = () => act(() => fetchJson(`exchange/messages/${message.id}/again`, sending('POST', {})));
  return make('li', message.direction, make('strong', '', named(message.kind)), make('div', 'about', about.join(' · ')),
    make('div', 'text', told(message.message.body)), message.direction === 'OUT' && message.answer !== 200 ? again : null);
}

function showThread(messages) {
  const state = JSON.stringify([reference, messages]);
  if (state === drawn) {
    return;
  }
  drawn = state;
  const rows = messages.map(row);
  get('thread').replaceChildren(...rows.length ? rows : [make('li', 'quiet', say.choose)]);
}

function showTurns(turns) {
  const rows = turnRows(say, turns);
  get('turns').replaceChildren(...rows.length ? rows : [make('li', 'quiet', reference ? say.noTurns : say.choose)]);
}

function field(kind, rule) {
  const choices = CHOICES[`${kind}.${rule.name}`];
  let input;
  if (choices) {
    input = make('select', '', ...choices.map(choice => new Option(choice, choice)));
  } else if (rule.shape === 'WORDS' && rule.most > 200) {
    input = make('textarea');
  } else {
    input = make('input');
  }
  input.name = 'body.' + rule.name;
  input.required = rule.required;
  return make('label', '', make('span', '', say['field.' + rule.name] || rule.name), input);
}

function showFields() {
  const kind = kinds.find(one => one.kind === get('say').kind.value);
  // Times and counts are for scripts.
  const shown = kind.fields.filter(rule => ['WORDS', 'CODE', 'UNIT'].includes(rule.shape));
  get('fields').replaceChildren(...shown.map(rule => field(kind.kind, rule)));
}

async function act(deed) {
  try {
    await deed();
    get('failure').textContent = '';
  } catch (refused) {
    get('failure').textContent = say.offline;
  }
  return refresh();
}

function choose(chosen) {
  reference = chosen;
  history.replaceState(null, '', '#' + chosen);
  return refresh();
}

function write(event) {
  event.preventDefault();
  const form = get('say');
  const body = {};
  form.querySelectorAll('[name^="body."]').forEach(input => {
    if (input.value.trim()) {
      body[input.name.slice(5)] = input.value.trim();
    }
  });
  act(() => fetchJson('exchange/messages', sending('POST', {reference, kind: form.kind.value, body}))).then(showFields);
}

async function refresh() {
  try {
    matters = await fetchJson('exchange/matters');
    showMatters();
    const asked = reference;
    const [messages, turns] = asked
      ? await Promise.all([fetchJson('exchange/messages?reference=' + encodeURIComponent(asked)),
        fetchJson('exchange/turns?reference=' + encodeURIComponent(asked))])
      : [[], []];
    if (asked === reference) {
      showThread(messages);
      showTurns(turns);
    }
    get('failure').textContent = '';
  } catch (offline) {
    get('failure').textContent = say.offline;
  }
}

async function load() {
  const {mood} = await fetchJson('exchange/mood');
  // Whoever was quicker than the answer has chosen.
  get('post').mood.value = get('post').mood.value || mood;
  kinds = await fetchJson('exchange/kinds');
  get('say').kind.replaceChildren(...kinds.map(one => new Option(named(one.kind), one.kind)));
  showFields();
}

async function saveMood() {
  get('moodState').textContent = '';
  try {
    await fetchJson('exchange/mood', sending('PUT', {mood: get('post').mood.value}));
    get('moodState').textContent = say.saved;
  } catch (refused) {
    get('moodState').textContent = say.notSaved;
  }
}

sayAll(say);
get('handOver').onclick = () => act(async () => choose((await fetchJson('exchange/matters', sending('POST', {}))).reference));
get('say').onsubmit = write;
get('say').kind.onchange = showFields;
get('post').onsubmit = event => event.preventDefault();
get('post').onchange = saveMood;
refresh();
load().catch(() => {
  get('failure').textContent = say.offline;
});
setInterval(() => document.hidden || refresh(), 2000);
