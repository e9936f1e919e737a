// The examples have the address of this service.
const service = new URL("..", document.baseURI).href.replace(/\/$/, "");
for (const code of document.querySelectorAll("pre code")) code.textContent = code.textContent.replace("https://notes.example", service);

// What Swagger UI leaves to screen readers. Its operations are the main region of the page; what stands around them gets a name, and
// links inside buttons, which do the same as the button, are none.
const ui = document.getElementById("swagger-ui");
const names = { ".scheme-container": "Server", ".models": "Schemas" };
new MutationObserver(() => {
  for (const [around, name] of Object.entries(names)) {
    ui.querySelector(around)?.setAttribute("role", "region");
    ui.querySelector(around)?.setAttribute("aria-label", name);
  }
  document.getElementById("servers")?.setAttribute("aria-label", "Server");
  for (const row of ui.querySelectorAll("tr[data-param-name]")) {
    for (const field of row.querySelectorAll("input, select, textarea")) field.setAttribute("aria-label", row.dataset.paramName);
  }
  for (const code of ui.querySelectorAll(".microlight")) code.tabIndex = 0;
  for (const link of ui.querySelectorAll("button a[href]")) link.removeAttribute("href");
}).observe(ui, { childList: true, subtree: true });

// Swagger UI without its standalone layout, whose logo has a style attribute that the content security policy blocks.
SwaggerUIBundle({
  dom_id: "#swagger-ui",
  url: "../openapi.yaml",
  deepLinking: true,
  defaultModelsExpandDepth: 0,
  validatorUrl: null,
});
