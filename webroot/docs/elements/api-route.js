import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';
import { example, resolve, typeOf } from '../reading/api.js';
import './api-schema.js';

/** One route: what it is for, what it takes and what it answers, drawn once somebody opens it. */
class ApiRoute extends LightElement {
  static properties = { api: { attribute: false }, route: { attribute: false }, opened: { state: true } };

  render() {
    const { method, path, summary } = this.route;
    return html`<details class="card api-route" data-route="${method} ${path}" @toggle=${this.#open}>
      <summary>
        <span class="method" data-method=${method}>${method.toUpperCase()}</span>
        <code>${path}</code> <span class="soft">${summary ?? ''}</span>
      </summary>
      ${this.opened ? this.#content() : nothing}
    </details>`;
  }

  #open({ target }) {
    this.opened ||= target.open;
  }

  #content() {
    const { description, parameters } = this.route;
    return html`${description ? html`<p>${description}</p>` : nothing}
      ${parameters.length > 0 ? this.#parameters(parameters) : nothing} ${this.#body()}
      <h3>${t('api.replies')}</h3>
      ${Object.entries(this.route.responses ?? {}).map(([status, reply]) =>
        this.#reply(status, resolve(this.api, reply)),
      )}`;
  }

  #parameters(parameters) {
    return html`<h3>${t('api.parameters')}</h3>
      <dl class="fields">
        ${parameters.map(
          ({ name, in: where, required, schema, description }) => html`<div>
            <dt>
              <code>${name}</code>
              <span class="soft">${where}, ${typeOf(this.api, schema)}${required ? t('api.required') : ''}</span>
            </dt>
            <dd>${description ?? ''}</dd>
          </div>`,
        )}
      </dl>`;
  }

  #body() {
    const body = resolve(this.api, this.route.requestBody);
    return body ? html`<h3>${t('api.body')}</h3>${this.#bodies(body.content)}` : nothing;
  }

  #reply(status, reply) {
    return html`<div class="api-reply">
      <p><b>${status}</b> ${reply?.description ?? ''}</p>
      ${reply?.content ? this.#bodies(reply.content) : nothing}
    </div>`;
  }

  #bodies(content = {}) {
    return Object.entries(content).map(
      ([type, { schema, ...given }]) => html`<p class="soft">
          <code>${type}</code> ${schema ? typeOf(this.api, schema) : ''}
        </p>
        ${schema ? html`<api-schema .api=${this.api} .schema=${schema}></api-schema>` : nothing}
        ${type.includes('json') ? this.#example(this.#exampleOf(schema, given)) : nothing}`,
    );
  }

  /** The example that is given, or one made from the schema. */
  #exampleOf(schema, { example: given, examples = {} }) {
    return given ?? Object.values(examples)[0]?.value ?? example(this.api, schema);
  }

  #example(value) {
    return value === undefined
      ? nothing
      : html`<pre tabindex="0" aria-label=${t('api.example')}><code>${JSON.stringify(value, null, 2)}</code></pre>`;
  }
}

customElements.define('api-route', ApiRoute);
