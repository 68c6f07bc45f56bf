import { html } from 'lit';
import { FormElement } from '../../base/elements/form-element.js';
import { t, wording } from '../../base/words.js';
import { here, linkTo, picture } from '../requests.js';

/** The demo's shop floor: how one comes in there, and what can be scanned from the screen. */
class DemoFloor extends FormElement {
  static properties = { ...FormElement.properties, page: { attribute: false } };

  render() {
    const { badges, stations, commands } = this.page;
    return html`<section class="manage demo-floor" aria-labelledby="demo-floor">
      <h1 id="demo-floor">${t('demo.title')}</h1>
      <p class="soft">${t('demo.about')}</p>
      ${this.trouble()}
      <h2>${t('demo.come-in')}</h2>
      <ul class="demo-codes">${badges.map(({ holder, svg }) => code(svg, holder.name, t('demo.badge', holder)))}</ul>
      <h2>${t('demo.scan')}</h2>
      ${stations.map((one) => this.#station(one))}
      <h2>${t('demo.commands')}</h2>
      <ul class="demo-codes">
        ${commands.map(({ command, svg }) => code(svg, t(`command.${command.toLowerCase()}`), `VT:${command}`))}
      </ul>
    </section>`;
  }

  #station({ station, travellers }) {
    return html`<section class="card demo-station" data-station=${station.name}>
      <div class="head">
        <h3>${station.name} <small class="soft">${station.place}</small></h3>
        <button class="go" data-action="be-station" ?disabled=${this.busy} @click=${() => this.#become(station)}>
          ${t('demo.become')}<span class="visually-hidden">${t('colon')}${station.name}</span>
        </button>
      </div>
      ${travellers.length === 0
        ? html`<p class="empty">${t('demo.nothing-waits')}</p>`
        : html`<ul class="demo-codes">${travellers.map((one) => traveller(one))}</ul>`}
    </section>`;
  }

  #become = (station) => this.attempt(async () => location.assign(await linkTo(station)));
}

const code = (svg, title, text) => html`<li>
  <img src=${picture(svg)} alt="" />
  <p><strong>${title}</strong><span>${text}</span></p>
</li>`;

const traveller = ({ work, svg }) => html`<li>
  <a href=${here(work.traveller)}>
    <img src=${picture(svg)} alt="" />
    <strong>${t('demo.of', { order: work.order, line: work.line })}</strong>
    <span>${wording(work.step)}</span>
    <span>${wording(work.product)}</span>
  </a>
</li>`;

customElements.define('demo-floor', DemoFloor);
