import './styles/tokens.css';
import './styles/lists.css';
import './styles/shell.css';
import './styles/messages.css';
import './styles/composer.css';
import './styles/dialogs.css';
import { render } from 'lit';
import { Client, type Screen } from './client.ts';
import { appView } from './shell/app.ts';
import { followTheme } from './shell/theme.ts';

let frame = 0;

const screen: Screen = {
  drawSoon() {
    frame ||= requestAnimationFrame(screen.drawNow);
  },
  drawNow() {
    cancelAnimationFrame(frame);
    frame = 0;
    render(appView(client), document.body);
  },
};

followTheme();
const person = new URLSearchParams(location.search).get('as') ?? '';
const client = new Client(person, screen);
screen.drawNow();
