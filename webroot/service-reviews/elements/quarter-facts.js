import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import '../../base/elements/tier-mark.js';
import { number, t } from '../../base/words.js';
import { changed, grown, sinceWhen, whoseVersion } from '../reading/quarter.js';
import './kept-change.js';

/** What a quarter says of the service, part by part. */
class QuarterFacts extends LightElement {
  static properties = { facts: { attribute: false } };

  render() {
    const { visits, clocks, tiers, unused, changes } = this.facts;
    return html`${this.#part('visits', this.#visits(visits))} ${this.#part('clocks', this.#clocks(clocks))}
    ${this.#part('tiers', this.#tiers(tiers))}
    ${this.#part('unused', this.#rows('unused', unused, (row) => this.#unused(row)))}
    ${this.#part('changes', this.#rows('changes', changes, (row) => this.#changed(row)))}`;
  }

  #part(name, content) {
    return html`<section class="card quarter-part" aria-labelledby="quarter-${name}">
      <h2 id="quarter-${name}">${t(`service-review.part-${name}`)}</h2>
      <p class="soft">${t(`service-review.about-${name}`)}</p>
      ${content}
    </section>`;
  }

  #visits({ roles, missed }) {
    return html`<dl class="quarter-figures">
        ${roles.map(({ role, kept }) => this.#figure(t(`service-review.role-${role}`), kept))}
      </dl>
      <h3>${t('service-review.missed')}</h3>
      ${this.#rows(
        'missed',
        missed,
        ({ company, role, due, missed: times }) => html`<p>${this.#named(company)}</p>
          <p class="soft">${t(`service-review.missed-${role}`, { count: times, due: number(due) })}</p>`,
      )}`;
  }

  #figure(name, kept) {
    return html`<div>
      <dt>${name}</dt>
      <dd><kept-change .kept=${kept}></kept-change></dd>
    </div>`;
  }

  #named({ code, name, tier }) {
    return html`<a href="/companies/${encodeURIComponent(code)}">${name}</a> <tier-mark tier=${tier}></tier-mark>`;
  }

  #rows(name, { rows, total }, row) {
    return html`${rows.length === 0
      ? html`<p>${t(`service-review.no-${name}`)}</p>`
      : html`<ul class="quarter-rows" data-rows=${name}>
          ${rows.map((one) => html`<li>${row(one)}</li>`)}
        </ul>`}
    ${total > rows.length
      ? html`<p class="soft">${t('service-review.more', { count: total - rows.length })}</p>`
      : nothing}`;
  }

  #clocks({ all, tiers, companies }) {
    return html`<dl class="quarter-figures">
        ${this.#figure(t('service-review.all-tiers'), all)}
        ${tiers.map(({ tier, kept }) => this.#figure(t(`tier.${tier}`), kept))}
      </dl>
      <h3>${t('service-review.late')}</h3>
      ${this.#rows(
        'late',
        companies,
        ({ company, kept }) => html`<p>${this.#named(company)}</p>
          <kept-change .kept=${kept}></kept-change>`,
      )}`;
  }

  #tiers({ tiers, companies }) {
    return html`<ul class="quarter-tiers">
        ${tiers.map(
          ({ tier, companies: count, median }) => html`<li>
            <strong>${t(`tier.${tier}`)}</strong>
            <span>${t('service-review.companies', { count })}</span>
            <span class="soft">${t('service-review.median', { count: median })}</span>
          </li>`,
        )}
      </ul>
      ${this.#rows(
        'tiers',
        companies,
        (row) => html`<p>${this.#named(row.company)}</p>
          <p>${grown(row)}</p>
          ${row.advice
            ? html`<p class="soft">${t(`service-review.tier-${row.advice}`)}</p>`
            : nothing}`,
      )}`;
  }

  #unused(row) {
    return html`<p>${whoseVersion(row)}</p>
      <p class="soft">${t(`service-review.idle-${row.why}`)}</p>`;
  }

  #changed(row) {
    return html`<p>${changed(row)}</p>
      <p class="soft">${sinceWhen(row)}</p>
      ${row.effects.map(
        ({ figure, kept }) => html`<div class="quarter-effect">
          <p class="soft">${t(`service-review.effect-${figure}`)}</p>
          <kept-change
            .kept=${kept}
            now=${t('service-review.days-after')}
            before=${t('service-review.days-before')}
          ></kept-change>
        </div>`,
      )}
      ${row.effects.length === 0 ? html`<p class="soft">${t('service-review.no-effect')}</p>` : nothing}`;
  }
}

customElements.define('quarter-facts', QuarterFacts);
