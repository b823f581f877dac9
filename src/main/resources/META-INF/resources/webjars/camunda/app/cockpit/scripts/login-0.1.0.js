// The web app never asks for a password: where it would, after logging out or when the session has ended, our page does.
const app = location.pathname.replace(/\/[^/]+\/$/, '/');
const isLogin = () => location.hash.replace(/[?&].*/, '') === '#/login';
const leave = () => isLogin() && location.replace('/login?to=' + encodeURIComponent(app));

addEventListener('hashchange', leave);
leave();

export default {
  id: 'minyi-login',
  pluginPoint: 'minyi.login',
  render: () => {}
};
