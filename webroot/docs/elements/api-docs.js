import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';
import { routes } from '../reading/api.js';
import './api-route.js';
import './api-schema.js';

/** The description of the HTTP API, for integrators. */
class ApiDocs extends LightElement {
  static properties = { api: { attribute: false } };

  render() {
    const { api } = this;
    if (!api) {
      return html`<p class="soft" aria-busy="true">${t('loading')}</p>`;
    }
    const groups = [...routes(api)];
    const schemas = Object.entries(api.components?.schemas ?? {});
    return html`<article class="api" lang="en">
      <header class="lead">
        <p class="eyebrow" lang="">${t('api.title')}</p>
        <h1>${api.info?.title} <span class="soft">${api.info?.version}</span></h1>
        <p class="say">${api.info?.description ?? ''}</p>
        <p><a href="/api/openapi.json">openapi.json</a></p>
      </header>
      ${groups.map(([tag, list]) => this.#group(tag, list))}
      ${schemas.length > 0
        ? html`<section class="api-group" aria-labelledby="schemas">
            <h2 id="schemas">${t('api.schemas')}</h2>
            ${schemas.map(
              ([name, schema]) => html`<div class="card" id="schema-${name}">
                <h3>${name}</h3>
                <api-schema .api=${api} .schema=${schema}></api-schema>
              </div>`,
            )}
          </section>`
        : nothing}
    </article>`;
  }

  #group(tag, list) {
    const about = this.api.tags?.find(({ name }) => name === tag)?.description;
    return html`<section class="api-group" data-tag=${tag}>
      ${tag ? html`<h2>${tag}</h2>` : nothing} ${about ? html`<p class="soft">${about}</p>` : nothing}
      ${list.map((route) => html`<api-route .api=${this.api} .route=${route}></api-route>`)}
    </section>`;
  }
}

customElements.define('api-docs', ApiDocs);
