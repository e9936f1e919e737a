// Swagger UI without its standalone layout, whose logo brings a style attribute that the content security policy refuses.
SwaggerUIBundle({
  dom_id: "#swagger-ui",
  url: "/openapi.yaml",
  deepLinking: true,
  defaultModelsExpandDepth: 0,
  validatorUrl: null,
});
