// What the simulator's pages have in common. What arrives is set as text, never as HTML.
const api = '/simulator/api/';
const FEW = 3;

export const chinese = navigator.language.toLowerCase().startsWith('zh');
export const get = id => document.getElementById(id);

export function make(tag, className, ...content) {
  const element = document.createElement(tag);
  if (className) {
    element.className = className;
  }
  element.append(...content.filter(part => part !== null && part !== undefined && part !== ''));
  return element;
}

export async function fetchJson(path, options) {
  const answer = await fetch(api + path, options);
  if (!answer.ok) {
    throw new Error(`${path.split('?')[0]} answered ${answer.status}`);
  }
  return answer.status === 204 || answer.headers.get('Content-Length') === '0' ? null : answer.json().catch(() => null);
}

export const sending = (method, body) => ({method, headers: {'Content-Type': 'application/json'}, body: JSON.stringify(body)});

export const time = instant => new Date(instant).toLocaleString(chinese ? 'zh-CN' : 'en-GB',
  {month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit'});

// The first few of those who may do it.
function logins(say, offered) {
  const some = offered.slice(0, FEW).join(say.or);
  const others = offered.length - FEW;
  return others > 0 ? say.andOthers.replace('{0}', some).replace('{1}', chinese ? offered.length : others) : some;
}

/** Who has to do what; nothing where there is none. */
export const turnRows = (say, turns) => turns.map(turn => make('li', '', make('strong', '', turn.task),
  make('span', 'quiet', turn.matter || ''), make('div', '', say.logIn.replace('{0}', logins(say, turn.logins)))));

export function sayAll(say) {
  document.documentElement.lang = chinese ? 'zh' : 'en';
  document.querySelectorAll('[data-say]').forEach(element => {
    element.textContent = say[element.dataset.say];
  });
}
