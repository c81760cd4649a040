import { mount } from 'svelte';

import App from './App.svelte';
import './style/tokens.css';

mount(App, { target: document.body });
