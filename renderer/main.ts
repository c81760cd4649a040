import { mount } from 'svelte';

import { loadWords } from '../shared/text/languages.ts';
import App from './App.svelte';
import './style/reset.css';
import './style/tokens.css';

// Only a test or a translator names another language, when the app is started.
const words = await loadWords(location.hash.slice(1));
document.documentElement.lang = words.language;
document.documentElement.dir = words.direction;
mount(App, { target: document.body, props: { words } });
