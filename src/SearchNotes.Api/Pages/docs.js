// The examples have the address of this service.
const service = new URL("..", document.baseURI).href.replace(/\/$/, "");
for (const code of document.querySelectorAll("pre code")) code.textContent = code.textContent.replace("https://notes.example", service);

// Swagger UI without its standalone layout, whose logo has a style attribute that the content security policy blocks.
SwaggerUIBundle({
  dom_id: "#swagger-ui",
  url: "../openapi.yaml",
  deepLinking: true,
  defaultModelsExpandDepth: 0,
  validatorUrl: null,
});
