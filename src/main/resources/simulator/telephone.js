// Every receiver of the simulated exchange, over the same JSON that a script can use.
import {chinese, fetchJson, get, make, sayAll, sending} from './page.js';
import words from './telephone-words.js';

const say = words[chinese ? 'zh' : 'en'];

let drawn = '';
let hotline = 'PUBLIC';

async function move(call, up, extension) {
  await fetchJson('calls/' + encodeURIComponent(call.id), sending('POST', {up, extension})).catch(() => null);
  await refresh();
}

function receiver(text, action) {
  const button = make('button', '', text);
  button.type = 'button';
  button.onclick = action;
  return button;
}

function receivers(call, telephones) {
  if (call.state === 'RINGS_THERE') {
    return [receiver(say.citizenPicksUp, () => move(call, true))];
  }
  if (call.state !== 'RINGS_HERE') {
    return [];
  }
  return call.hotline
    ? telephones.map(one => receiver(say.pickUpAs.replace('{0}', one.user), () => move(call, true, one.extension)))
    : [receiver(say.pickUp, () => move(call, true))];
}

function row(call, telephones) {
  const here = telephones.find(one => one.extension === call.extension);
  const who = call.hotline ? say[call.hotline] : say.dialled.replace('{0}', here ? here.user : call.extension);
  const element = make('li', '', make('span', 'how', make('strong', '', who), ` · ${say[call.state]}`),
    ...receivers(call, telephones), receiver(say.hangUp, () => move(call, false)));
  element.dataset.call = call.id;
  return element;
}

async function refresh() {
  try {
    const board = await fetchJson('calls');
    get('failure').textContent = '';
    const state = JSON.stringify(board);
    if (state !== drawn) {
      drawn = state;
      const rows = board.calls.map(call => row(call, board.telephones));
      get('calls').replaceChildren(...rows.length ? rows : [make('li', 'quiet', say.none)]);
    }
  } catch (offline) {
    get('failure').textContent = say.offline;
  }
}

sayAll(say);
document.title = `Minyi 民意 · ${say.title}`;
get('ring').querySelectorAll('button').forEach(button => {
  button.onclick = () => {
    hotline = button.value;
  };
});
get('ring').onsubmit = async event => {
  event.preventDefault();
  await fetchJson('calls', sending('POST', {hotline, phone: get('number').value})).catch(() => null);
  await refresh();
};
fetchJson('phones').then(phones => get('citizens').replaceChildren(...phones.slice(0, 50).map(phone => {
  const option = make('option', '', phone.name);
  option.value = phone.phone;
  return option;
})), () => null);
refresh();
setInterval(() => document.hidden || refresh(), 1500);
