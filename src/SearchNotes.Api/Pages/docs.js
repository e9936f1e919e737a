// Swagger UI without its standalone layout, whose logo has a style attribute that the content security policy blocks.
SwaggerUIBundle({
  dom_id: "#swagger-ui",
  url: "../openapi.yaml",
  deepLinking: true,
  defaultModelsExpandDepth: 0,
  validatorUrl: null,
});
