// One instance: whose it is, the way it took, and everything that was kept of it.
import {ask, cell, duration, make, nothing, row, say, table, time, told, word} from './history-say-0.1.0.js';
import {path} from './history-path-0.1.0.js';

const nameOf = instance => word('processes', instance.process) === instance.process
  ? instance.name : word('processes', instance.process);

function chip(head) {
  return make('span', head.endedAt ? 'minyi-chip' : 'minyi-chip minyi-running', head.outcome || word('states', head.state));
}

function evidenceChip(evidence) {
  return evidence ? make('span', evidence.holds ? 'minyi-chip minyi-holds' : 'minyi-chip minyi-broken',
    evidence.holds ? say.evidenceHolds : say.evidenceBroken) : null;
}

function heading(whole) {
  const head = whole.head;
  const back = make('a', 'minyi-back', '‹ ' + say.back);
  back.href = '#/history' + (head.number ? '?number=' + encodeURIComponent(head.number) : '');
  const facts = [
    [say.fields.process, nameOf(head) + (head.version ? ' v' + head.version : '')],
    [say.fields.unit, head.unit],
    [say.started, [time(head.startedAt), whole.startedBy ? person(whole, whole.startedBy) : ''].filter(Boolean).join(' · ')],
    [say.endedAt, time(head.endedAt)],
    [say.took, duration(head.seconds)],
    [say.why, whole.why]].filter(([, value]) => value);
  return make('header', 'minyi-head', back,
    make('h3', '', [head.number, head.title].filter(Boolean).join(' · ') || nameOf(head), ' ', chip(head), ' ', evidenceChip(whole.evidence)),
    make('dl', '', ...facts.map(([name, value]) => make('div', '', make('dt', '', name), make('dd', '', value)))));
}

const person = (whole, id) => whole.people[id] ? whole.people[id] + ' (' + id + ')' : id || '';

/** The matter's processes, each under the one that called it. */
function family(whole) {
  if (whole.family.length < 2) {
    return null;
  }
  const under = caller => {
    const called = whole.family.filter(one => (one.caller || null) === caller);
    return called.length === 0 ? null : make('ul', '', ...called.map(one => {
      const here = one.id === whole.head.id;
      const link = make(here ? 'strong' : 'a', '', nameOf(one.row));
      if (!here) {
        link.href = '#/history?instance=' + encodeURIComponent(one.id);
      }
      return make('li', '', link, make('span', 'minyi-quiet', ' ' + time(one.row.startedAt) + ' '), chip(one.row), under(one.id));
    }));
  };
  return make('nav', 'minyi-family', make('h4', '', say.family), under(null));
}

function pathTable(whole) {
  const repeats = new Map(whole.places.map(place => [place.id, place.times]));
  return table('minyi-steps', [say.step, say.time, say.started, say.endedAt, say.took, say.who], whole.steps.map(step => {
    const called = step.called ? make('a', '', say.called) : null;
    if (called) {
      called.href = '#/history?instance=' + encodeURIComponent(step.called);
    }
    const line = row(
      cell(step.name || step.id, called ? ' ' : null, called),
      cell(repeats.get(step.id) > 1 ? step.time + ' / ' + repeats.get(step.id) : ''),
      cell(time(step.startedAt, true)),
      cell(time(step.endedAt, true), step.cancelled ? make('span', 'minyi-quiet', ' ' + say.cancelled) : null),
      cell(step.endedAt ? duration(step.seconds) : say.stillThere),
      cell(person(whole, step.who)));
    line.classList.toggle('minyi-now', !step.endedAt);
    return line;
  }));
}

const nodeName = (whole, id) => (whole.places.find(place => place.id === id) || {}).name || id || say.atStart;

function variables(whole) {
  const last = new Map();
  return table('minyi-variables', [say.variable, say.before, say.value, say.when, say.where], whole.variables.map(change => {
    const value = change.type === 'sealed' ? say.sealed
      : change.value === undefined ? (change.type === 'null' || change.type === 'string' ? '–' : told(say.structured, change.type)) : change.value;
    const before = last.get(change.name);
    last.set(change.name, value);
    const line = row(cell(change.name), cell(make('span', 'minyi-quiet', before === undefined ? '' : before)), cell(value),
      cell(time(change.at, true)), cell(nodeName(whole, change.step)));
    line.classList.toggle('minyi-same', before === value);
    return line;
  }));
}

function operations(whole) {
  return table('minyi-operations', [say.when, say.who, say.deed, say.where, say.what], whole.operations.map(one => row(
    cell(time(one.at, true)), cell(person(whole, one.who)),
    cell(word('did', one.what) + ' · ' + word('on', one.onWhat)),
    cell(one.step ? nodeName(whole, one.step) : ''),
    cell([one.property, one.before ? person(whole, one.before) + ' →' : '', one.after ? person(whole, one.after) : '', one.note]
      .filter(Boolean).join(' ')))));
}

function drawn(decision) {
  const drawing = decision.table;
  const hits = new Set(decision.hits);
  return table('minyi-rules', ['', ...drawing.inputs.map(column => column.name), ...drawing.outputs.map(column => column.name), say.because],
    drawing.rules.map((rule, at) => {
      const line = row(cell(String(at + 1)), ...rule.asks.map(ask => cell(ask || '–')), ...rule.says.map(one => cell(one)), cell(rule.why));
      line.classList.toggle('minyi-hit', hits.has(rule.id));
      return line;
    }));
}

function decisions(whole) {
  const said = values => values.map(one => one.name + ' = ' + (one.value === undefined ? '–' : one.value)).join(', ');
  return make('div', '', ...whole.decisions.map(decision => make('article', 'minyi-decision',
    make('h4', '', decision.name || decision.key, make('span', 'minyi-quiet',
      ' ' + [decision.version ? 'v' + decision.version : '', time(decision.at, true), nodeName(whole, decision.step)].filter(Boolean).join(' · '))),
    make('p', '', said(decision.inputs) + ' ⇒ ' + (decision.outputs.length ? said(decision.outputs) : say.noRule)),
    decision.table ? drawn(decision) : nothing(say.noTable))));
}

function failures(whole) {
  return table('minyi-failures', [say.when, say.step, say.deed, say.triesLeft, say.message], whole.failures.map(one => row(
    cell(time(one.at, true)), cell(nodeName(whole, one.step)),
    cell(word('failed', one.kind) + (one.endedAt ? ' · ' + told(say.settled, time(one.endedAt)) : '')),
    cell(one.triesLeft === undefined ? '' : String(Math.max(0, one.triesLeft))), cell(one.message || ''))));
}

function evidence(whole) {
  const kept = whole.evidence;
  return make('div', kept.holds ? 'minyi-evidence' : 'minyi-evidence minyi-evidence-broken',
    make('h4', '', kept.holds ? say.evidenceHolds : say.evidenceBroken),
    make('p', '', told(kept.holds ? say.evidenceHoldsWhy : say.evidenceBrokenWhy, kept.facts, kept.end, kept.faults)),
    kept.findings.length ? make('ul', '', ...kept.findings.map(finding => make('li', '', finding))) : null,
    make('p', 'minyi-quiet', say.evidenceLimits));
}

function tabs(whole) {
  const all = [
    ['path', say.tabs.path, whole.steps.length, pathTable],
    ['variables', say.tabs.variables, whole.variables.length, variables],
    ['operations', say.tabs.operations, whole.operations.length, operations],
    ['decisions', say.tabs.decisions, whole.decisions.length, decisions],
    ['failures', say.tabs.failures, whole.failures.length, failures],
    ['evidence', say.tabs.evidence, whole.evidence ? whole.evidence.facts : 0, whole.evidence ? evidence : () => nothing(say.noEvidence)]];
  const body = make('div', 'minyi-tab-body');
  const list = make('ul', 'nav nav-tabs', ...all.map(([id, name, count, draw]) => {
    const link = make('a', '', name, id === 'evidence' ? null : make('span', 'badge', String(count)));
    link.href = '';
    const tab = make('li', 'minyi-tab-' + id, link);
    link.addEventListener('click', event => {
      event.preventDefault();
      [...list.children].forEach(one => one.classList.toggle('active', one === tab));
      body.replaceChildren(count || id === 'evidence' ? draw(whole) : nothing(say.none));
    });
    return tab;
  }));
  list.querySelector('a').click();
  return make('section', 'minyi-tabs', list, body);
}

export async function story(node, id) {
  node.replaceChildren(nothing(say.looking));
  const whole = await ask('/instances/' + encodeURIComponent(id));
  const drawing = make('section', 'minyi-drawing');
  node.replaceChildren(heading(whole), ...[family(whole)].filter(Boolean), drawing, tabs(whole));
  await path(drawing, whole);
}
