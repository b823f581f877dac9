// Over the desk of reviewers, the director and administrators: an operator that no longer reports what becomes of messages.
// Whether there is one, and for whom, our own side says.
import words from './sms-words-0.1.0.js';

const appRoot = document.querySelector('base').getAttribute('app-root') || '/camunda';
const home = appRoot.replace(/\/camunda$/, '');
const say = words[navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en'];
const AGAIN_AFTER_MILLIS = 60000;

function hang(links) {
  document.getElementById('sms-silent')?.remove();
  document.body.classList.toggle('sms-silent', links.length > 0);
  if (links.length > 0) {
    const banner = document.createElement('p');
    banner.id = 'sms-silent';
    banner.setAttribute('role', 'alert');
    const door = document.createElement('a');
    door.href = `${home}/channel/links`;
    door.textContent = say.door;
    banner.append(say.silent.replace('{0}', () => links.join(', ')), ' ', door);
    document.body.append(banner);
  }
}

async function look() {
  const answer = await fetch(home + '/channel/api/silent', {headers: {Accept: 'application/json'}, credentials: 'same-origin'})
    .catch(() => null);
  if (answer && answer.ok) {
    hang((await answer.json()).links);
  }
}

let looking = null;

export default {
  id: 'minyi-sms-silent',
  pluginPoint: 'tasklist.header',
  priority: 0,
  async render() {
    await look();
    looking = looking || setInterval(() => document.hidden || look(), AGAIN_AFTER_MILLIS);
  }
};
