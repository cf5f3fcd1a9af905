/** Classes of a CSS module; a class that the module does not have is found by the tests of the components. */
declare module '*.module.css' {
  const classes: Readonly<Record<string, string>>
  export default classes
}
