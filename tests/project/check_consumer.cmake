# Installs the library into a scratch prefix, then builds and runs examples/cpp against it twice: by find_package and by pkg-config.
# usage: cmake -DROOT= -DBUILD= -DWORK= -DGENERATOR= -DCXX= -DFLAGS= -P check_consumer.cmake
include(${CMAKE_CURRENT_LIST_DIR}/run.cmake)

file(REMOVE_RECURSE ${WORK})
set(prefix ${WORK}/prefix)
run("install" ${CMAKE_COMMAND} --install ${BUILD} --prefix ${prefix})

run("configure with find_package" ${CMAKE_COMMAND} -G ${GENERATOR} -S ${ROOT}/examples/cpp -B ${WORK}/cmake -DCMAKE_PREFIX_PATH=${prefix}
    -DCMAKE_CXX_COMPILER=${CXX} "-DCMAKE_CXX_FLAGS=${FLAGS}")
run("build with find_package" ${CMAKE_COMMAND} --build ${WORK}/cmake)
run("run" ${WORK}/cmake/improvement_year ${WORK}/out-cmake)
if(NOT EXISTS ${WORK}/out-cmake/calendar.ics)
  message(FATAL_ERROR "the example wrote no calendar.ics:\n${output}")
endif()

run("judge a table" ${WORK}/cmake/judge_many)
if(NOT output MATCHES "900002: tier_2; possible: tier_2 tier_3\n")
  message(FATAL_ERROR "the table was judged otherwise:\n${output}")
endif()

use_staged_pc(schoolimp ${prefix})
separate_arguments(build_flags UNIX_COMMAND "${FLAGS}")
run("build with pkg-config" ${CXX} ${build_flags} ${ROOT}/examples/cpp/main.cpp -o ${WORK}/by-pkg-config ${pc_flags})
run("run" ${WORK}/by-pkg-config ${WORK}/out-pkg-config)
file(READ ${WORK}/out-cmake/calendar.ics first)
file(READ ${WORK}/out-pkg-config/calendar.ics second)
if(NOT first STREQUAL second)
  message(FATAL_ERROR "the two builds wrote different calendars")
endif()
message(STATUS "consumer: find_package and pkg-config both work")
