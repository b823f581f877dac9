// What every part of the history page needs: words, elements, times. Everything told is set as text, never as HTML.
import words from './history-words-0.1.0.js';

const chinese = navigator.language.toLowerCase().startsWith('zh');
export const say = words[chinese ? 'zh' : 'en'];

const appRoot = document.querySelector('base').getAttribute('app-root') || '/camunda';
export const root = appRoot.replace(/\/camunda$/, '');
export const address = path => root + '/history/api' + path;

export function make(tag, className, ...content) {
  const element = document.createElement(tag);
  if (className) {
    element.className = className;
  }
  element.append(...content.filter(part => part !== null && part !== undefined && part !== ''));
  return element;
}

/** A sentence with what stands in it. */
export const told = (sentence, ...facts) => sentence.replace(/\{(\d)\}/g, (whole, at) => facts[at]);

/** What the server calls something, in the reader's language; else as it is called. */
export const word = (group, code) => code === undefined || code === null ? '' : (say[group] || {})[code] || String(code);

const two = number => String(number).padStart(2, '0');

export function time(instant, seconds) {
  if (!instant) {
    return '';
  }
  const at = new Date(instant);
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`
    + (seconds ? ':' + two(at.getSeconds()) : '');
}

/** As people say it: the two largest units. */
export function duration(seconds) {
  if (seconds === undefined || seconds === null) {
    return '';
  }
  const parts = [[Math.floor(seconds / 86400), say.days], [Math.floor(seconds / 3600) % 24, say.hours],
    [Math.floor(seconds / 60) % 60, say.minutes], [Math.floor(seconds) % 60, say.seconds]];
  const first = parts.findIndex(([count]) => count > 0);
  return first < 0 ? told(say.seconds, '0') : parts.slice(first, first + 2).filter(([count]) => count > 0)
    .map(([count, sentence]) => told(sentence, count)).join(' ');
}

export function table(className, heads, rows) {
  return make('div', 'minyi-scroll', make('table', 'table minyi-table ' + className,
    make('thead', '', make('tr', '', ...heads.map(head => make('th', '', head)))),
    make('tbody', '', ...rows)));
}

export const cell = (...content) => make('td', '', ...content);
export const row = (...cells) => make('tr', '', ...cells);
export const nothing = sentence => make('p', 'minyi-nothing', sentence);

/** The answer, or the server's own words for why there is none. */
export async function ask(path, accept = 'application/json') {
  const answer = await fetch(address(path), {credentials: 'same-origin', headers: {Accept: accept}});
  if (answer.ok) {
    return accept.endsWith('json') ? answer.json() : answer.text();
  }
  const problem = await answer.json().catch(() => ({}));
  throw new Error({401: say.nobody, 403: say.notYours, 404: say.noSuch}[answer.status] || problem.detail || say.noAnswer);
}
