@echo off
rem Starts the lab command of the grader; builds it first where that is needed.
setlocal
set "ROOT=%~dp0"
if not defined MAVEN set "MAVEN=mvn"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
if not exist "%ROOT%grader\target\lib" (
  pushd "%ROOT%"
  call %MAVEN% -q -pl grader compile dependency:copy-dependencies -DincludeScope=runtime "-DoutputDirectory=%ROOT%grader\target\lib" || (popd & echo lab: Maven could not build the grader, see above & exit /b 2)
  popd
)
"%JAVA%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC "-Dlab.root=%ROOT%." -cp "%ROOT%grader\target\classes;%ROOT%grader\target\lib\*" imaging.grader.cli.LabMain %*
exit /b %ERRORLEVEL%
