// What every desk begins with, at each login: the tasks that are due first stand first, and nobody is offered to start
// what they may not start.
const DUE_FIRST = '[{"sortBy":"dueDate","sortOrder":"asc"}]';
const appRoot = document.querySelector('base').getAttribute('app-root') || '/camunda';
const startable = appRoot + '/api/engine/engine/default/process-definition/count'
  + '?latest=true&active=true&startableInTasklist=true&startablePermissionCheck=true';

function dueFirst() {
  const [path, query] = location.hash.slice(1).split('?');
  const search = new URLSearchParams(query);
  if (!search.has('sorting')) {
    search.set('sorting', DUE_FIRST);
    location.replace('#' + (path || '/') + '?' + search);
  }
}

async function offerStart() {
  document.body.classList.remove('may-start');
  const answer = await fetch(startable, {headers: {Accept: 'application/json'}, credentials: 'same-origin'});
  if (answer.ok) {
    document.body.classList.toggle('may-start', (await answer.json()).count > 0);
  }
}

export default {
  id: 'minyi-desk',
  pluginPoint: 'tasklist.header',
  priority: 1,
  render() {
    dueFirst();
    offerStart();
  }
};
