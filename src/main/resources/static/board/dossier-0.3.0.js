// Draws a dossier: beside a task in Tasklist, and beside the list of matters.
// Everything a citizen or an officer wrote is set as text, never as HTML.
import words from './dossier-words-0.3.0.js';
import {token} from '../token.js';

const chinese = navigator.language.toLowerCase().startsWith('zh');
// Everything of Minyi lies one folder above this one, wherever the server puts it.
const root = new URL('..', import.meta.url).pathname.replace(/\/$/, '');
export const say = words[chinese ? 'zh' : 'en'];

export function make(tag, className, ...content) {
  const element = document.createElement(tag);
  if (className) {
    element.className = className;
  }
  element.append(...content.filter(part => part !== null && part !== undefined && part !== ''));
  return element;
}

// A sentence with what stands in it, as it was written: a dollar sign in it is a dollar sign.
const told = (sentence, fact) => sentence.replace('{0}', () => fact);

// The centre's time, wherever the browser is; Sweden writes it as standards do: 2026-11-22 09:30.
const clock = new Intl.DateTimeFormat('sv-SE', {timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short'});

export const time = instant => clock.format(new Date(instant));

function section(title, ...content) {
  return make('section', 'dossier-section', make('h5', '', title), ...content);
}

function heading(matter) {
  const chips = [matter.kind, matter.channel, matter.category, matter.severity, matter.state]
    .filter(Boolean)
    .map(text => make('li', '', text));
  if (matter.round > 1) {
    chips.push(make('li', 'dossier-round', told(say.round, matter.round)));
  }
  if (matter.supervised) {
    chips.push(make('li', 'dossier-supervised', say.supervised));
  }
  const lines = [
    make('p', 'dossier-number', matter.number),
    make('h4', '', matter.title)];
  if (matter.concerns) {
    lines.push(make('p', 'dossier-concerns', told(say.concerns, matter.concerns)));
  }
  return make('header', 'dossier-heading', ...lines, make('ul', 'dossier-chips', ...chips));
}

function personOf(dossier, task) {
  const person = dossier.person;
  const line = make('div', 'dossier-person', make('strong', '', person.name));
  if (person.minor) {
    line.append(make('span', 'dossier-minor', say.minor));
  }
  if (person.number) {
    line.append(make('span', 'dossier-phone', person.number));
  }
  if (person.address) {
    line.append(make('span', 'dossier-address', person.address));
  }
  if (person.withheld) {
    line.append(make('span', 'dossier-quiet', person.withheld));
  }
  if (person.dial === 'CLICK' && task) {
    line.append(dialler(task));
  } else if (person.canDial && person.number) {
    const dial = make('a', 'dossier-dial btn btn-primary btn-sm', say.call);
    dial.href = 'tel:' + person.number.replace(/[^0-9+]/g, '');
    line.append(dial);
  } else if (person.canDial) {
    line.append(make('span', 'dossier-quiet', say.noNumber));
  }
  if (person.dial === 'NO_EXTENSION') {
    const set = make('a', '', say.setExtension);
    set.href = '/hotline';
    set.target = '_blank';
    set.rel = 'noopener';
    line.append(make('span', 'dossier-quiet', say.noExtension, ' ', set));
  }
  return make('div', '', line, askingOf(person.asking));
}

const STANDING = ['RINGS_HERE', 'RINGS_THERE', 'SPEAKING', 'OVER'];

// The exchange rings the reader's telephone, and the person once they have picked up. The button says how it stands.
function dialler(task) {
  const to = `/dossier/api/tasks/${encodeURIComponent(task)}/call`;
  const button = make('button', 'dossier-dial btn btn-primary btn-sm', say.dial);
  button.type = 'button';
  const how = make('span', 'dossier-calling');
  how.setAttribute('role', 'status');
  const over = text => {
    how.textContent = text;
    button.disabled = false;
  };
  const follow = async () => {
    if (!how.isConnected) {
      return;
    }
    const answer = await fetch(root + to, {headers: {Accept: 'application/json'}}).catch(() => null);
    const state = answer && answer.ok ? (await answer.json()).state : null;
    if (STANDING.includes(state)) {
      how.textContent = say['call' + state];
    }
    if (state === 'OVER') {
      over(say.callOVER);
      how.dispatchEvent(new CustomEvent('dossier-changed', {bubbles: true}));
    } else {
      setTimeout(follow, 1000);
    }
  };
  button.onclick = async () => {
    button.disabled = true;
    how.textContent = '';
    const answer = await post(to).catch(() => null);
    if (answer && answer.ok) {
      follow();
    } else {
      over(answer && answer.status === 429 ? say.dialEnough : say.dialFailed);
    }
  };
  return make('span', '', button, how);
}

// Whoever may not know whom it is from can ask the custodian, with a reason.
function askingOf(asking) {
  if (!asking) {
    return null;
  }
  if (asking.state === 'ASKED') {
    return make('p', 'dossier-asking', say.asked);
  }
  if (asking.state === 'GRANTED') {
    return make('p', 'dossier-asking', told(say.granted, time(asking.until)));
  }
  const refused = asking.state === 'REFUSED' ? make('p', 'dossier-refused', told(say.refused, asking.reason)) : null;
  return make('div', 'dossier-asking', refused, askForm(asking.matter));
}

// A fold with a form in it that is sent as JSON; what the server refuses it says in a sentence of its own.
function folded(summary, lead, fields, send, {to, body, done, refused}) {
  const button = make('button', 'btn btn-default btn-sm', send);
  const failed = make('p', 'dossier-failed');
  failed.setAttribute('role', 'alert');
  const form = make('form', '', make('p', 'dossier-quiet', lead), ...fields, failed, button);
  const fold = make('details', 'dossier-fold', make('summary', '', summary), form);
  form.onsubmit = async event => {
    event.preventDefault();
    button.disabled = true;
    failed.textContent = '';
    try {
      const answer = await post(to, body());
      if (answer.ok) {
        fold.replaceWith(make('p', 'dossier-asking', done));
        return;
      }
      failed.textContent = await refused(answer);
    } catch (offline) {
      failed.textContent = say.failedSend;
    }
    button.disabled = false;
  };
  return fold;
}

const post = (to, body) => fetch(root + to, {
  method: 'POST',
  headers: {...(body ? {'Content-Type': 'application/json'} : {}), Accept: 'application/json', ...token()},
  body: body && JSON.stringify(body)
});

const detailOf = answer => answer.json().then(problem => problem.detail || say.failedSend, () => say.failedSend);

function wordsField(label) {
  const field = make('textarea', '');
  field.rows = 3;
  field.maxLength = 2000;
  field.required = true;
  field.setAttribute('aria-label', label);
  field.placeholder = label;
  return field;
}

function labelled(label, field) {
  return make('label', 'dossier-field', make('span', '', label), field);
}

function askForm(matter) {
  const reason = wordsField(say.askReason);
  return folded(say.ask, say.askLead, [reason], say.askSend, {
    to: '/custody/api/requests',
    body: () => ({matter, reason: reason.value}),
    done: say.asked,
    refused: async answer => answer.status === 422 ? say.askReason : say.askRefused
  });
}

// A leader marks the matter, and its unit must answer.
function superviseForm(matter) {
  const words = wordsField(say.superviseWords);
  return folded(say.supervise, say.superviseLead, [words], say.superviseSend, {
    to: '/opinion/api/opinions',
    body: () => ({matter, words: words.value}),
    done: say.superviseDone,
    refused: detailOf
  });
}

const PAUSES = ['EXPERT_OPINION', 'OTHER_AUTHORITY', 'CITIZEN_UNAVAILABLE', 'PROCEEDINGS', 'FORCE_MAJEURE'];

// More time for the task: whatever the table allows whoever has it in hand to ask for.
function timeOf(time, task) {
  if (!time || !task) {
    return null;
  }
  if (time.pausedUntil) {
    return pausedOf(time, task);
  }
  if (time.pending) {
    return make('p', 'dossier-asking', say.timePending);
  }
  return time.choices.length === 0 ? null : timeForm(time.choices, task);
}

function pausedOf(time, task) {
  const goOn = make('button', 'btn btn-default btn-sm', say.goOn);
  goOn.type = 'button';
  const line = make('div', 'dossier-asking', make('p', '', told(say.paused, clock.format(new Date(time.pausedUntil)))), goOn);
  goOn.onclick = async () => {
    goOn.disabled = true;
    const answer = await post(`/extension/api/tasks/${encodeURIComponent(task)}/go-on`).catch(() => null);
    line.replaceWith(make('p', 'dossier-asking', answer && answer.ok ? say.wentOn : say.failedSend));
  };
  return line;
}

function timeForm(choices, task) {
  const kind = make('select', '', ...choices.map(choice => new Option(say['time' + choice.kind], choice.kind)));
  const days = make('input', '');
  days.type = 'number';
  days.min = 1;
  days.value = 1;
  const until = make('input', '');
  until.type = 'datetime-local';
  const reason = make('select', '', ...PAUSES.map(code => new Option(say['pause' + code], code)));
  const rule = make('p', 'dossier-quiet');
  const words = wordsField(say.timeWords);
  const daysLine = labelled(say.timeDays, days);
  const untilLine = labelled(say.timeUntil, until);
  const reasonLine = labelled(say.timeReason, reason);
  const choose = () => {
    const choice = choices.find(one => one.kind === kind.value);
    const pause = choice.kind === 'PAUSE';
    days.max = choice.atMostDays;
    days.required = !pause;
    until.required = pause;
    daysLine.hidden = pause;
    untilLine.hidden = reasonLine.hidden = !pause;
    rule.textContent = choice.rule;
  };
  kind.onchange = choose;
  choose();
  return folded(say.time, say.timeLead, [labelled(say.timeWhat, kind), rule, daysLine, untilLine, reasonLine, words], say.timeSend, {
    to: '/extension/api/requests',
    body: () => kind.value === 'PAUSE'
      ? {task, kind: kind.value, until: until.value + ':00+08:00', reason: reason.value, words: words.value}
      : {task, kind: kind.value, days: Number(days.value), words: words.value},
    done: say.timePending,
    refused: detailOf
  });
}

// Nothing else is left in the hand of a caller who stays unnamed.
function receiptOf(receipt) {
  return receipt ? section(say.receipt,
    make('p', 'dossier-receipt', receipt.code),
    make('p', 'dossier-quiet', receipt.address ? told(say.receiptWhere, receipt.address) : say.receiptLead)) : null;
}

function deadlineOf(deadline, holder) {
  const due = deadline ? deadline.due : holder && holder.due;
  if (!due) {
    return null;
  }
  const late = new Date(due) < new Date();
  const line = make('p', late ? 'dossier-due dossier-late' : 'dossier-due', `${late ? say.overdue : say.due} ${time(due)}`);
  if (!deadline) {
    return line;
  }
  const why = make('details', 'dossier-why', make('summary', '', say.why),
    make('p', '', `${say.allowed}: ${deadline.allowed}`), make('p', '', deadline.rule),
    make('ul', 'dossier-reasons', ...(deadline.reasons || []).map(reason => make('li', '', reason))));
  return make('div', '', line, why);
}

function nowOf(dossier, task) {
  const holder = dossier.holder || {};
  return section(say.now,
    make('p', 'dossier-holder', make('strong', '', holder.task), make('span', '', [holder.unit, holder.who || (task ? say.nobody : null)].filter(Boolean).join(' · '))),
    deadlineOf(dossier.deadline, holder),
    timeOf(dossier.time, task),
    dossier.supervise ? superviseForm(dossier.supervise) : null);
}

// What else runs in the matter: the one the reader looks at stands above.
function clocksOf(clocks, task) {
  if (!clocks || clocks.length === 0 || (task && clocks.length === 1)) {
    return null;
  }
  return section(say.clocks, make('ul', 'dossier-clocks', ...clocks.map(one => {
    const late = new Date(one.due) < new Date();
    return make('li', late ? 'dossier-late' : '', make('span', 'dossier-number', time(one.due)), make('span', 'dossier-title', one.step),
      make('span', 'dossier-by', one.unit));
  })));
}

function titleOf(entry) {
  if (!entry.document) {
    return entry.title;
  }
  const link = make('a', '', entry.title);
  link.href = '/board/api/documents/' + encodeURIComponent(entry.document);
  link.target = '_blank';
  link.rel = 'noopener';
  return link;
}

// What was handed in, each to be saved.
function filesOf(files) {
  return !files || files.length === 0 ? null : make('ul', 'dossier-files', ...files.map(file => {
    const link = make('a', '', file.title);
    link.href = root + '/board/api/attachments/' + encodeURIComponent(file.id);
    return make('li', '', link);
  }));
}

function entryOf(entry) {
  const by = [entry.by, entry.unit].filter(Boolean).join(' · ');
  return make('li', 'dossier-entry dossier-' + entry.kind.toLowerCase().replace('_', '-'),
    make('div', 'dossier-when', make('time', '', time(entry.at)), entry.round > 1 ? make('span', 'dossier-round', told(say.round, entry.round)) : null),
    make('div', 'dossier-title', titleOf(entry)),
    entry.text ? make('blockquote', '', entry.text) : null,
    filesOf(entry.files),
    by ? make('div', 'dossier-by', by) : null);
}

function storyOf(timeline) {
  if (!timeline || timeline.length === 0) {
    return section(say.story, make('p', 'dossier-quiet', say.nothing));
  }
  return section(say.story, make('ol', 'dossier-timeline', ...timeline.map(entryOf)));
}

function earlierOf(matters) {
  if (!matters || matters.length === 0) {
    return section(say.earlier, make('p', 'dossier-quiet', say.noEarlier));
  }
  return section(say.earlier, make('ul', 'dossier-earlier', ...matters.map(matter =>
    make('li', '', make('span', 'dossier-number', matter.number), make('span', 'dossier-title', matter.title),
      make('span', 'dossier-by', [time(matter.openedAt).slice(0, 10), matter.outcome || matter.state].filter(Boolean).join(' · '))))));
}

// The task is the one the dossier stands beside; none beside a list of matters.
export function contentOf(dossier, task) {
  return [dossier.matter ? heading(dossier.matter) : null,
    dossier.person ? personOf(dossier, task) : null,
    nowOf(dossier, task),
    receiptOf(dossier.receipt),
    clocksOf(dossier.clocks, task),
    dossier.matter || dossier.person || dossier.timeline.length ? storyOf(dossier.timeline) : null,
    dossier.person ? earlierOf(dossier.earlier) : null].filter(Boolean);
}
