// What a page of ours sends along with everything that changes something: the token of this session, read anew each time,
// for it changes with every login.
export const token = () => {
  const cookie = document.cookie.split('; ').find(one => one.startsWith('MINYI-CSRF='));
  return {'X-MINYI-CSRF': cookie ? cookie.slice('MINYI-CSRF='.length) : ''};
};

// Ends the session everywhere, the web apps included.
export async function logOut() {
  await fetch('/logout', {method: 'POST', headers: token(), redirect: 'manual'});
  location.href = '/login?out';
}
