// History in Cockpit: what became of matters, finished or not. The page, the way to it, and links from where the engine
// shows something that has a history.
import {address, make, say} from './history-say-0.1.0.js';
import {page} from './history-page-0.1.0.js';

/** Whoever reads everything changes nothing: what would only be refused is not offered (user-styles.css). */
async function hideWhatWouldBeRefused() {
  const answer = await fetch(address('/choices'), {credentials: 'same-origin', headers: {Accept: 'application/json'}})
    .catch(() => null);
  document.body.classList.toggle('minyi-reads-only', Boolean(answer && answer.ok));
}

function link(text, query) {
  const anchor = make('a', 'minyi-history-link btn btn-default', make('span', 'glyphicon glyphicon-time'));
  anchor.href = '#/history?' + query;
  anchor.title = text;
  anchor.setAttribute('aria-label', text);
  return anchor;
}

/** Ids of definitions begin with the key: work-order:3:1f… */
const keyOf = definition => (definition || '').split(':')[0];

export default [
  {
    id: 'history',
    pluginPoint: 'cockpit.navigation',
    priority: 95,
    properties: {checkActive: path => path.indexOf('#/history') > -1},
    render(node) {
      const anchor = make('a', '', say.history);
      anchor.href = '#/history';
      node.append(anchor);
      hideWhatWouldBeRefused();
    }
  },
  {
    id: 'minyi-history-page',
    pluginPoint: 'cockpit.route',
    priority: 0,
    properties: {path: '/history'},
    render: page
  },
  {
    id: 'minyi-history-of-instance',
    pluginPoint: 'cockpit.processInstance.runtime.action',
    priority: 1000,
    render(node, {processInstanceId}) {
      node.append(link(say.historyOfInstance, 'instance=' + encodeURIComponent(processInstanceId)));
    }
  },
  {
    id: 'minyi-history-of-definition',
    pluginPoint: 'cockpit.processDefinition.runtime.action',
    priority: 1000,
    render(node, {processDefinitionId}) {
      node.append(link(say.historyOfDefinition, 'process=' + encodeURIComponent(keyOf(processDefinitionId))));
    }
  }
];
